from scripts.sizes import FILE_LIMIT, FUNCTION_LIMIT, Measure, files_of, functions_of, report, too_long


def write(tmp_path, name, lines):
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n")
    return file


def test_a_long_file_is_found_and_one_at_the_limit_is_not(tmp_path):
    long = write(tmp_path, "long.py", ["pass"] * (FILE_LIMIT + 1))
    fair = write(tmp_path, "fair.py", ["pass"] * FILE_LIMIT)
    found = too_long(files_of([long, fair], tmp_path), FILE_LIMIT)
    assert found == [f"long.py: {FILE_LIMIT + 1} lines, over {FILE_LIMIT}"]


def test_a_long_function_is_found_with_its_place(tmp_path):
    body = ["    pass"] * FUNCTION_LIMIT
    file = write(tmp_path, "one.py", ["x = 1", "async def long():", *body, "def fair():", *body[1:]])
    found = too_long(functions_of(files_of([file], tmp_path), tmp_path), FUNCTION_LIMIT)
    assert found == [f"one.py:2 long: {FUNCTION_LIMIT + 1} lines, over {FUNCTION_LIMIT}"]


def test_migrations_and_other_files_are_not_measured(tmp_path):
    files = [
        write(tmp_path, "app/migrations/0001_initial.py", ["pass"] * 900),
        write(tmp_path, "page.html", ["x"] * 900),
    ]
    assert files_of(files, tmp_path) == []


def test_the_report_gives_medians_and_longest():
    assert report([Measure("a", 10), Measure("b", 30)], [Measure("a:1 f", 3)]) == (
        "2 files, median 20, longest 30; 1 functions, median 3, longest 3 lines"
    )
