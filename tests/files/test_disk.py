"""What is no file is refused at once: a pipe or a device may never end."""

import os
from pathlib import Path

import pytest

from indicators.files.disk import read_text
from indicators.importing.dataset_archives import find_archived_id


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such files")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "nul"])
def test_what_is_no_file_is_a_fault_and_is_not_read(tmp_path, kind):
    path = {"pipe": tmp_path / "pipe", "device": Path("/dev/zero"), "folder": tmp_path, "nul": Path("a\0b")}[kind]
    if kind == "pipe":
        os.mkfifo(path)
    text, faults = read_text(path, "mapping.yaml", "a YAML file")
    assert (text, len(faults)) == ("", 1)
    assert find_archived_id(path) == ""
