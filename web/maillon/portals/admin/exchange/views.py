"""Importing into the directory, after a look at what it would change, and exporting. No file is kept."""

import io

from django.http import HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, administers
from maillon.base.clock import now
from maillon.base.errors import Refusal
from maillon.directory.exchange.exporting import export_file
from maillon.directory.exchange.importing import Outdated, import_file
from maillon.directory.exchange.reports import Report
from maillon.portals.admin.exchange.forms import ExportForm, ImportForm
from maillon.portals.admin.exchange.showing import shown
from maillon.portals.admin.pages import page


@require_http_methods(["GET", "POST"])
@administers
def exchange(request: MemberRequest) -> HttpResponse:
    """Takes what is to be imported and shows what it would do; offers exports."""
    form = ImportForm(request.POST if request.method == "POST" else None)
    report = _report(request, form, dry_run=True) if form.is_valid() else None
    return _preview(request, form, report) if report else _start(request, form)


@require_POST
@administers
def confirm(request: MemberRequest) -> HttpResponse:
    """Does what was shown; shows it anew when that is no longer what would be done."""
    form = ImportForm(request.POST)
    if not form.is_valid():
        return _start(request, form)
    try:
        report = _report(request, form, dry_run=False)
    except Outdated as outdated:
        preview = _report(request, form, dry_run=True)
        return _preview(request, form, preview, outdated) if preview else _start(request, form)
    if report is None or not report.written:
        return _preview(request, form, report) if report else _start(request, form)
    return page(request, "administration/exchange/done.html", {"report": report, "shown": shown(report)})


@require_GET
@administers
def export(request: MemberRequest) -> HttpResponse:
    """The directory as a file."""
    form = ExportForm(request.GET)
    if not form.is_valid():
        return _start(request, ImportForm())
    kind, file = form.format(), io.BytesIO()
    export_file(file, kind, source=form.chosen())
    name = f"annuaire-{now():%Y-%m-%d}.{kind.suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(file.getvalue(), content_type=kind.media_type, headers=headers)


def _start(request: MemberRequest, form: ImportForm) -> HttpResponse:
    return page(
        request, "administration/exchange/start.html", {"form": form, "exporting": ExportForm(auto_id="export_%s")}
    )


def _preview(request: MemberRequest, form: ImportForm, report: Report, refusal: Refusal | None = None) -> HttpResponse:
    context = {"form": form, "report": report, "shown": shown(report), "refusal": refusal}
    return page(request, "administration/exchange/preview.html", context)


def _report(request: MemberRequest, form: ImportForm, *, dry_run: bool) -> Report | None:
    """What importing did or would do; None when it is refused, which the form says then."""
    try:
        return import_file(
            form.file(),
            form.format(),
            source=form.cleaned_data["source"],
            by=request.membership,
            at=now(),
            dry_run=dry_run,
            options=form.options(),
            shown=None if dry_run else request.POST.get("shown", ""),
        )
    except Outdated:
        raise
    except Refusal as refusal:
        form.add_error("source", str(refusal.message))
        return None
