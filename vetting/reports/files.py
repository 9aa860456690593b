"""Puts a report on disk: one page and one CSV file for each table."""

from pathlib import Path

from vetting.errors import InputError
from vetting.reports.csv import to_csv
from vetting.reports.html import to_html
from vetting.reports.uniformity import UniformityReport


def write_report(report: UniformityReport, folder: Path) -> list[Path]:
    """Write `uniformity.html` and `uniformity-TABLE.csv` into a folder, made if need be; a report there is replaced.

    Raises:
        InputError: `file_not_writable`.

    """
    files = {"uniformity.html": to_html(report).encode()}
    files |= {f"uniformity-{table.key}.csv": to_csv(table.frame) for table in report.tables}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise InputError(
            "file_not_writable",
            f"The report cannot be written there ({error.strerror}).",
            remedy="Give another folder with --out.",
        ) from error
    return [folder / name for name in files]
