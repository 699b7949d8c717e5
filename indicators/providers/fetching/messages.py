"""Messages about requests to publishers, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

# What kept an answer from coming
HOST_UNKNOWN: Final = "{provider} can't be reached: the name {host} can't be resolved."
REFUSED_CONNECTION: Final = "{provider} can't be reached: {host} refuses connections."
NOT_CONNECTED: Final = "{provider} can't be reached: the connection to {host} failed."
CERTIFICATE: Final = "{provider} can't be trusted: the certificate of {host} isn't valid."
NO_CERTIFICATES: Final = "The file of certificates can't be read."
PROXY_REFUSES: Final = "{provider} can't be reached: the proxy asks for a user name and a password (status 407)."
PROXY: Final = "{provider} can't be reached: the proxy doesn't answer."
TIMED_OUT: Final = "{provider} didn't answer within {seconds} seconds."
TOO_SLOW: Final = "{provider} needs too long: its answer didn't arrive within {seconds} seconds."
BROKEN_OFF: Final = "The answer of {provider} broke off before its end."
CUT_GZIP: Final = "The answer of {provider} is damaged: its compressed body is cut or wrong."
OTHER_PACKING: Final = "The answer of {provider} is compressed in another way than asked for."
TOO_LARGE: Final = "The answer of {provider} is larger than {most} MB."
OVERLOADED: Final = "{provider} has a problem at the moment (status {status})."
TOO_MANY: Final = "{provider} says there were too many requests (status {status})."
LIMIT_WORDS: Final = "{provider} says its limit is reached."
OWN_LIMIT: Final = "{provider} allows {requests} requests in {period}, and that many were made."

# What came instead of an answer
OTHER_HOST: Final = "{provider} redirects to another host."
NOWHERE: Final = "{provider} redirects without saying where to."
REDIRECTS: Final = "{provider} redirects in a circle."
OTHER_KIND: Final = "{provider} answered with {found} instead of {expected}."
NOTHING: Final = "{provider} answered with nothing (status {status})."
NO_ACCESS: Final = "{provider} refuses the request (status {status})."
NOT_FOUND: Final = "{provider} doesn't have this (status {status})."
GONE: Final = "{provider} has withdrawn this (status {status})."
EXTRACTION_TOO_BIG: Final = "{provider} says the request is too large (status {status})."
BAD_REQUEST: Final = "{provider} doesn't accept the request (status {status})."
OTHER_STATUS: Final = "{provider} answered with status {status}."
OTHER_ENCODING: Final = "The answer of {provider} isn't in the encoding it claims."
SAYS: Final = "It says: “{words}”"

KINDS: Final = {"json": "JSON", "csv": "CSV", "xml": "XML", "any": "data"}
WEB_PAGE: Final = "a web page"
WEB_PAGE_TITLED: Final = "a web page (“{title}”)"
TEXT: Final = "the text “{words}”"

# What to do
CHECK_NETWORK: Final = "Check the network and the proxy settings (HTTPS_PROXY), or name a mirror with {setting}."
CHECK_PROXY: Final = "Put them into HTTPS_PROXY, as in http://name:password@proxy.example:8080."
CHECK_CERTIFICATE: Final = "If your network has its own certificates, name them with REQUESTS_CA_BUNDLE."
TRY_LATER: Final = "Try again later."
TRY_AT: Final = "Try again after {time}."
ASK_LESS: Final = "Ask for fewer countries, years or series."
CHECK_SERIES: Final = "Check the code of the series."
MOVED: Final = "The service may have moved: name its new address with {setting}."
NEEDS_KEY: Final = "{provider} needs a key."
SET_KEY: Final = "Get one at {page} and put it into the environment variable {variable}."
ACCESS_HINT: Final = "It may refuse scripts or your address. Try again later, or from another network."
NO_ARCHIVE: Final = "The archive of answers in {folder} can't be written."
NOT_AN_ADDRESS: Final = "{setting} is not an address."
EXPECTED_ADDRESS: Final = "an address such as https://mirror.example/path/"
NOT_A_NUMBER: Final = "{setting} is not a number of megabytes."
