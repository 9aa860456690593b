"""`vetting triage`: where to begin reading. It proposes an order and decides nothing."""

from vetting.cli.arguments import CaseId, count, words
from vetting.cli.session import Key, acting, say, table


def triage(case_id: CaseId, key: Key = None) -> None:
    """List all items of a case, those more likely to be about a conduct code first, with the reasons.

    The rules (config/triage.yaml) are the same for everybody in a round. Every item is listed; a score is no finding, and an
    item without one may matter all the same.
    """
    from vetting.findings.triage import load_rules
    from vetting.findings.triage import triage as triage_case

    with acting(key) as (office, actor):
        made = triage_case(office, actor, case_id, load_rules(office.settings.config_dir))
    table(
        f"Items of {case_id} (rules version {made.version})",
        ["Evidence", "Item", "Score", "Whose words", "Length", "Why"],
        [
            [
                item.evidence,
                item.item,
                item.score,
                words(item.authorship),
                item.length,
                "; ".join(f"{reason.code} +{reason.score}: {', '.join(reason.signs)}" for reason in item.reasons),
            ]
            for item in made.items
        ],
    )
    say(
        f"{count(len(made.items), 'item')}, all of them listed. Rules: SHA-256 {made.sha256}.",
        "Next: `vetting evidence open EVIDENCE --reason find` for every one of them.",
    )
