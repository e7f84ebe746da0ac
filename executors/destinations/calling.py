"""A call to another program over HTTP: once, in a limited time, never led on to another address."""

from __future__ import annotations

import functools
import ipaddress
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import httpx2

from executors.destinations import NotNow, Permanent

CONNECT_SECONDS: Final = 5.0
READ: Final = 64 * 1024
"""Bytes of an answer that are read; more say nothing more."""
_SHOWN: Final = 120
_LATER: Final = frozenset({408, 421, 423, 425, 429})
_ADVICE: Final = {
    401: "check the secret or the header that it wants",
    403: "check the secret or the header that it wants",
    404: "check the address",
    405: "check the address: it takes no POST",
    410: "it does not exist any more",
    413: "the body is too large for it",
}


@dataclass(frozen=True, slots=True)
class Call:
    """A request that is ready to leave."""

    url: str
    headers: Mapping[str, str]
    body: bytes
    hidden: tuple[str, ...] = ()
    """Secrets in it, which no message of ours may show."""


def send(call: Call, seconds: float, stopwatch: Callable[[], float]) -> str:
    """Post a call and return what it was answered, for the log.

    Raises `NotNow` where another time may do (no line, no answer, 429, 5xx), `Permanent` where none will. A repeated
    call is known to the other side by the key in its headers.
    """
    host = urlsplit(call.url).netloc
    _refuse_own_machine(call.url)
    started = stopwatch()
    timeout = httpx2.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))
    try:
        # An address that leads elsewhere could lead inside: whoever wrote the rule can write the other one.
        with (
            httpx2.Client(timeout=timeout, follow_redirects=False, verify=certificates()) as http,
            http.stream("POST", call.url, headers=dict(call.headers), content=call.body) as response,
        ):
            text = _beginning(response, lambda: stopwatch() - started > seconds)
    except httpx2.TimeoutException:
        raise NotNow(f"{host} did not answer within {seconds:.0f} s") from None
    except (httpx2.TransportError, httpx2.DecodingError) as fault:
        raise NotNow(_without(call, f"{host} cannot be reached: {str(fault) or type(fault).__name__}"[:300])) from None
    except (httpx2.InvalidURL, UnicodeError, ValueError) as fault:
        raise Permanent(f"{host} is no address that can be called ({type(fault).__name__})") from None
    return _verdict(response, host, _without(call, text))


@functools.cache
def certificates() -> ssl.SSLContext:
    """Return the authorities to trust, read once a process: that takes longer than a call."""
    return httpx2.create_ssl_context()


def _verdict(response: httpx2.Response, host: str, text: str) -> str:
    code = response.status_code
    said = f": {text}" if text else ""
    if response.is_success:
        return f"{host} answered {code}"
    if code in _LATER or code >= 500:  # noqa: PLR2004 - HTTP's own number, as below
        raise NotNow(f"{host} answered {code}{said}", retry_after=_retry_after(response))
    if code < 400:  # noqa: PLR2004
        there = urlsplit(response.headers.get("location", ""))
        where = f" ({there.scheme}://{there.netloc}{there.path})" if there.netloc else ""
        raise Permanent(f"{host} leads elsewhere{where}: write that address in the rule, if it is meant")
    advice = _ADVICE.get(code, "it will not take this later either")
    raise Permanent(f"{host} answered {code}, {advice}{said}")


def _beginning(response: httpx2.Response, is_over: Callable[[], bool]) -> str:
    """Return the first words of an answer on one line, of no more than is worth reading."""
    read = b""
    # As it comes, in no pieces of a size: to wait for those, byte by byte, can take hours.
    for part in response.iter_bytes():
        read += part
        if len(read) >= READ or is_over():
            break
    words = " ".join(read[: 8 * _SHOWN].decode("utf-8", "replace").split())
    return "".join(one for one in words if one.isprintable())[:_SHOWN]


Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_METADATA = frozenset(map(ipaddress.ip_address, ("fd00:ec2::254", "100.100.100.200", "192.0.0.192")))
"""Where AWS (over IPv6), Alibaba and Oracle tell their machines' secrets; all others are link-local."""


def _refuse_own_machine(url: str) -> None:
    """Refuse addresses that nobody means: where clouds tell their machines' secrets, and what is no host at all."""
    host = urlsplit(url).hostname or ""
    try:
        found = {each[4][0] for each in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        return  # the call itself says that there is no such host
    for each in found:
        address = ipaddress.ip_address(str(each).partition("%")[0])
        meant = _ipv4_of(address) or address
        if meant.is_link_local or meant.is_multicast or meant.is_unspecified or meant in _METADATA:
            raise Permanent(f"{host} is an address that rules do not call ({meant})")


def _ipv4_of(address: Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 one leads to: mapped, by NAT64 or by 6to4."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _retry_after(response: httpx2.Response) -> float | None:
    said = response.headers.get("retry-after", "")
    return min(float(said), 3600.0) if said.isascii() and said.isdigit() else None


def _without(call: Call, text: str) -> str:
    for secret in call.hidden:
        text = text.replace(secret, "***")
    return text
