"""Redaction: what reveals a protected class, or identifies a person, is taken out before anyone who decides can read it.

Law 7: filtered before shared; the mark left behind does not say what was removed (Bridgeport IV.D.2). The machine proposes; the
investigator confirms and the reviewer certifies, and both are left to their own stages.

    redactor(config_dir).redact(text, CaseContext(names=("Ann Other",)))   -> schemas.redaction.Redacted
    apply(text, spans, context)                                           -> the board's text for an edited list of spans
"""

from vetting.redaction.engine import Redactor, redactor
from vetting.redaction.marks import CaseContext, apply

__all__ = ["CaseContext", "Redactor", "apply", "redactor"]
