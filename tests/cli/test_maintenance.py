"""``build`` and its relatives."""


def test_build_without_the_publishers_files_is_a_sentence(run, tmp_path, folder):
    result = run("build", str(tmp_path / "none"), "--to", str(folder))
    assert result.exit_code == 1
    assert "wdi-2026-07" in result.stderr
    assert isinstance(result.exception, SystemExit)
