# docker build --tag indicators . && docker run --publish 8501:8501 indicators
FROM python:3.13-slim AS build
WORKDIR /source
COPY . .
RUN pip install --no-cache-dir "build>=1.2,<2" && python -m build --wheel --outdir /wheels

FROM python:3.13-slim
# Pictures and PDF files need a browser.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install --yes --no-install-recommends chromium fonts-noto-cjk && rm -rf /var/lib/apt/lists/*
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir "$(ls /wheels/*.whl)[login,mcp,postgresql]"
RUN useradd --create-home --uid 1000 indicators && install --directory --owner indicators --mode 700 /store
USER 1000
ENV INDICATORS_STORE=/store
VOLUME /store
EXPOSE 8501
HEALTHCHECK --start-period=30s \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8501/_stcore/health')"]
ENTRYPOINT ["indicators"]
CMD ["serve", "--host", "0.0.0.0", "--read-only"]
