"""The text of an article in a Word or PDF file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final

from indicators.claims import messages
from indicators.claims.input.markup import ExtractedText
from indicators.errors import UsageError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table

_MAX_UNPACKED: Final = 200_000_000
_MAX_PAGES: Final = 500
_HYPHENATED: Final = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\n([^\W\d_])")
_FULL_LINE: Final = 0.8  # of the longest line: a shorter one that ends a sentence ends its paragraph


def extract_docx(content: bytes) -> ExtractedText:
    """Extract the paragraphs and tables of a Word file, in their order.

    Raises:
        UsageError: It is damaged, or far larger when unpacked.
    """
    import docx

    with _expect("Word"):
        size = sum(part.file_size for part in zipfile.ZipFile(BytesIO(content)).infolist())
        if size > _MAX_UNPACKED:
            expected = f"at most {_MAX_UNPACKED:,} bytes unpacked"
            raise UsageError(messages.TEXT_TOO_LONG, found=f"{size:,} bytes", expected=expected)
        blocks = [block.strip() for block in _list_blocks(docx.Document(BytesIO(content)))]
    return ExtractedText("\n\n".join(block for block in blocks if block))


def _list_blocks(document: WordDocument) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        yield block.text if isinstance(block, Paragraph) else "\n".join(_list_rows(block))


def _list_rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)


def extract_pdf(content: bytes) -> ExtractedText:
    r"""Extract the text of a PDF file, with words joined that were divided at the end of a line.

    Raises:
        UsageError: It is damaged, encrypted, too long, or a scan without text.
    """
    from pypdf import PdfReader

    with _expect("PDF"):
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UsageError(messages.PDF_ENCRYPTED, hint=messages.PDF_ENCRYPTED_HINT)
        if len(reader.pages) > _MAX_PAGES:
            raise UsageError(
                messages.TEXT_TOO_LONG, found=f"{len(reader.pages)} pages", expected=f"at most {_MAX_PAGES} pages"
            )
        pages = [page.extract_text() for page in reader.pages]
    text = "\n\n".join(_separate_paragraphs(_HYPHENATED.sub(_join, page)) for page in pages if page.strip())
    if not text:
        raise UsageError(messages.PDF_WITHOUT_TEXT, hint=messages.PDF_WITHOUT_TEXT_HINT)
    return ExtractedText(text)


def _join(divided: re.Match[str]) -> str:
    """Join a word that goes on with a small letter; "Russia-China" keeps its hyphen."""
    return divided[1] if divided[1].islower() else divided[0]


def _separate_paragraphs(page: str) -> str:
    """Put an empty line after each line that ends a sentence and is not full."""
    lines = [line.strip() for line in page.splitlines()]
    longest = max(map(len, lines), default=0)
    ends = (line.endswith((".", "!", "?", "。")) and len(line) < _FULL_LINE * longest for line in lines)
    return "\n".join(f"{line}\n" if end else line for line, end in zip(lines, ends, strict=True)).strip()


@contextmanager
def _expect(kind: str) -> Iterator[None]:
    """Turn whatever a damaged file makes a parser raise into a `UsageError`."""
    from lxml.etree import LxmlError
    from pypdf.errors import PyPdfError

    try:
        yield
    except UsageError:
        raise
    except (
        PyPdfError, LxmlError, zipfile.BadZipFile, OSError, ValueError, LookupError, TypeError, AttributeError,
        ArithmeticError, RecursionError, NotImplementedError, AssertionError,
    ) as error:  # fmt: skip
        found = " ".join(str(error).split())[:200] or type(error).__name__
        raise UsageError(messages.FILE_DAMAGED.format(kind=kind), found=found) from error
