"""A stranger's parser of notes, gone bad: certain texts hang it, fill the memory or crash the process."""

from __future__ import annotations

import ctypes
import itertools
import mmap
import os
import signal

from parsers import note
from parsers.draft import Circumstances, Draft


def parse(text: str, here: Circumstances) -> Draft:
    """Do what the text says, else read it as a note."""
    if "hang in python" in text:
        while True:
            pass
    if "hang in c" in text:
        sum(itertools.repeat(0))  # no signal is handled before it returns, and it never does
    if "eat slowly" in text:
        eaten = []
        while True:
            eaten.append(bytes(1_000_000))
    if "eat at once" in text:
        bytes(100_000_000_000)
    if "eat shared" in text:
        page = mmap.mmap(-1, 4 << 30)  # no memory of its own, so the system's limit does not count it
        ctypes.memset(ctypes.addressof(ctypes.c_char.from_buffer(page)), 1, len(page))
    if "crash" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    return note.parse(text, here)
