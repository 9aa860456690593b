"""Rules that the database itself keeps, whoever writes to it.

- Append-only: events, checkpoints, frozen versions, declarations, evidence, findings, corroborations, attributions,
  validations and reviews are never changed or deleted (laws 2, 8 and 10).
- A decided thing stays decided: a step's outcome, a deviation's decision, a release's text.
- Law 1: a decision maker or auditor of a round holds no other role in it, also not one that has ended, and does not
  administer the agency.
  Who held a role may hold it again, by a new row; the ended one is never revived.
- Law 8: nobody reviews or releases a summary that they wrote any part of; only an approved draft is released. One
  summary of a case is in force at a time, and it is withdrawn by two people.
- SQLite's `INSERT OR REPLACE` deletes without firing delete rules, so a row that is there is never inserted again.
What somebody does who may drop these rules is for the log and its checkpoints to show (docs/threat-model.md).
"""

from collections.abc import Collection

APPEND_ONLY = (
    "event", "checkpoint", "frozen", "declaration", "evidence", "finding", "corroboration", "attribution",
    "validation", "review", "draft", "vault_object", "credential", "proposal", "account_code", "lead", "lead_interview",
    "revocation",
)  # fmt: skip
UNDELETABLE = (
    "assignment",
    "step",
    "deviation",
    "case_file",
    "round",
    "release",
    "hold",
    "disposal",
    "person",
    "vault_key",
    "log_state",
    "account",
    "agency",
    "agency_role",
    "withdrawal",
)
SET_ONCE = (
    ("step", "outcome"), ("step", "finished_at"), ("deviation", "decided_by"), ("deviation", "approved"), ("assignment", "ended_at"),
    ("hold", "lifted_by"), ("disposal", "done_at"), ("release", "withdrawn_at"), ("vault_key", "destroyed_at"), ("account", "until"),
    ("hold", "lifted_at"), ("disposal", "done_by"), ("deviation", "decided_at"), ("agency_role", "ended_at"), ("round", "closed_at"),
    ("withdrawal", "decided_by"), ("withdrawal", "decided_at"), ("withdrawal", "approved"), ("withdrawal", "notice"),
)  # fmt: skip
FIXED = (
    ("release", ("id", "case", "version", "draft", "review", "author", "released_by", "readers", "recipients_sha256", "sealed_sha256",
                 "replaces")),
    ("withdrawal", ("id", "case", "release", "reason", "note_object", "requested_by")),
    ("assignment", ("id", "round", "person", "role", "assigned_by")),
    ("agency_role", ("id", "person", "role", "given_by")),
    ("case_file", ("id", "round", "number", "kind")),
    ("account", ("id", "case", "method", "since")),
    ("step", ("id", "case", "account", "version", "key", "attempt")),
    ("deviation", ("id", "round", "case", "step", "account", "kind", "reason", "note_object", "requested_by")),
    ("person", ("id", "public", "thumbprint")),
    ("round", ("id", "agency", "position", "sworn", "opened_at")),
    ("hold", ("id", "round", "case", "reason", "placed_by")),
    ("disposal", ("id", "case", "authority", "authorised_by")),
    ("vault_key", ("scope",)),
    ("log_state", ("id",)),
    ("agency", ("id",)),
)  # fmt: skip
UNIQUE = (
    ("event", ("seq",)), ("checkpoint", ("size",)), ("frozen", ("id",)), ("frozen", ("round", "version")),
    ("declaration", ("id",)), ("declaration", ("case", "version")), ("evidence", ("id",)), ("evidence", ("step",)),
    ("finding", ("id",)), ("finding", ("case", "number", "version")), ("corroboration", ("id",)), ("attribution", ("id",)),
    ("validation", ("id",)), ("review", ("id",)), ("review", ("id", "draft", "author")), ("draft", ("id",)),
    ("draft", ("case", "version")), ("draft", ("id", "author", "text_sha256")), ("vault_object", ("id",)), ("credential", ("id",)),
    ("revocation", ("id",)), ("revocation", ("credential",)), ("assignment", ("id",)), ("step", ("id",)),
    ("step", ("case", "account", "version", "key", "attempt")), ("deviation", ("id",)), ("case_file", ("id",)),
    ("case_file", ("round", "number")), ("round", ("id",)), ("release", ("id",)), ("release", ("case", "version")),
    ("release", ("draft",)), ("hold", ("id",)), ("disposal", ("id",)), ("disposal", ("case",)), ("person", ("id",)),
    ("person", ("thumbprint",)), ("vault_key", ("scope",)), ("log_state", ("id",)), ("account", ("id",)), ("agency", ("id",)),
    ("agency_role", ("id",)), ("proposal", ("id",)), ("proposal", ("account", "number")), ("account_code", ("id",)),
    ("account_code", ("account", "number")), ("lead", ("id",)), ("lead", ("case", "number")), ("lead_interview", ("id",)),
    ("lead_interview", ("lead", "number")), ("withdrawal", ("id",)),
)  # fmt: skip
"""Every key of the tables above; `tests/unit/store` compares it with the tables."""

_CLASH = """EXISTS (SELECT 1 FROM assignment a WHERE a.round = NEW.round AND a.person = NEW.person AND a.role <> NEW.role
  AND (NEW.role IN ('decision_maker', 'auditor') OR a.role IN ('decision_maker', 'auditor')))
  OR (NEW.role IN ('decision_maker', 'auditor')
  AND EXISTS (SELECT 1 FROM agency_role g WHERE g.person = NEW.person AND g.role = 'administrator'))"""
_IN_FORCE = """NEW.ended_at IS NULL AND EXISTS (SELECT 1 FROM assignment a WHERE a.round = NEW.round AND a.person = NEW.person
  AND a.role = NEW.role AND a.ended_at IS NULL)"""
_OWN_CREDENTIAL = """EXISTS (SELECT 1 FROM credential c WHERE c.id = NEW.credential AND c.person = NEW.revoked_by)"""
_ADMIN_CLASH = """NEW.role = 'administrator' AND EXISTS (SELECT 1 FROM assignment a WHERE a.person = NEW.person
  AND a.role IN ('decision_maker', 'auditor'))"""
_WROTE = """EXISTS (SELECT 1 FROM draft d JOIN draft w ON w."case" = d."case" WHERE d.id = NEW.draft AND w.author = NEW.{0})
  OR EXISTS (SELECT 1 FROM draft d JOIN finding f ON f."case" = d."case" WHERE d.id = NEW.draft AND f.author = NEW.{0})"""
_NOT_APPROVED = (
    "NOT EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review AND r.decision = 'approved' AND r.certified)"
)
_RELEASED_ALREADY = """EXISTS (SELECT 1 FROM release r WHERE r."case" = NEW."case" AND r.withdrawn_at IS NULL)"""
_NOT_WITHDRAWN_BY_TWO = """NEW.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.release = NEW.id AND w.approved)"""
_HALF_DECIDED = """(NEW.decided_by IS NULL) <> (NEW.approved IS NULL) OR (NEW.decided_by IS NULL) <> (NEW.decided_at IS NULL)
  OR (NEW.notice IS NOT NULL) <> COALESCE(NEW.approved, FALSE)"""
_OTHER_CASE = """NOT EXISTS (SELECT 1 FROM release r WHERE r.id = NEW.release AND r."case" = NEW."case")"""
_STILL_READABLE = """NEW.sealed <> OLD.sealed AND (NEW.sealed <> ''
  OR NOT EXISTS (SELECT 1 FROM vault_key k WHERE k.scope = OLD."case" AND k.destroyed_at IS NOT NULL))"""
SPECIAL = (
    ("assignment_roles", "assignment", "INSERT", _CLASH, "conflicting roles in one round"),
    ("assignment_in_force_kept", "assignment", "INSERT", _IN_FORCE, "this role is in force already"),
    ("revocation_second_person", "revocation", "INSERT", _OWN_CREDENTIAL, "nobody revokes their own credential"),
    ("agency_role_roles", "agency_role", "INSERT", _ADMIN_CLASH, "conflicting roles"),
    ("review_four_eyes", "review", "INSERT", _WROTE.format("reviewer"), "four_eyes: the reviewer wrote a part of it"),
    ("release_four_eyes", "release", "INSERT", _WROTE.format("released_by"), "four_eyes: the releaser wrote a part of it"),
    ("release_approved", "release", "INSERT", _NOT_APPROVED, "only an approved draft is released"),
    ("release_one_in_force", "release", "INSERT", _RELEASED_ALREADY, "a summary of this case is in force"),
    ("release_not_withdrawn", "release", "INSERT", "NEW.withdrawn_at IS NOT NULL", "a summary is released before it is withdrawn"),
    ("release_withdrawn_by_two", "release", "UPDATE", _NOT_WITHDRAWN_BY_TWO, "a summary is withdrawn by two people"),
    ("withdrawal_undecided", "withdrawal", "INSERT", "NEW.decided_by IS NOT NULL OR NEW.approved IS NOT NULL",
     "a withdrawal is asked for before it is decided"),
    ("withdrawal_of_case", "withdrawal", "INSERT", _OTHER_CASE, "a withdrawal names its own case"),
    ("withdrawal_decided_whole", "withdrawal", "UPDATE", _HALF_DECIDED, "a withdrawal is decided by somebody"),
    ("release_sealed", "release", "UPDATE", _STILL_READABLE, "a sealed summary goes only with its case"),
    ("person_active_once", "person", "UPDATE", "NEW.active AND NOT OLD.active", "a disabled person stays disabled"),
    ("log_state_grows", "log_state", "UPDATE", "NEW.size <> OLD.size + 1", "the log grows by one"),
    ("hold_lifted_whole", "hold", "UPDATE", "(NEW.lifted_by IS NULL) <> (NEW.lifted_at IS NULL)", "a hold is lifted by somebody"),
    ("disposal_done_whole", "disposal", "UPDATE", "(NEW.done_by IS NULL) <> (NEW.done_at IS NULL)", "a disposal is done by somebody"),
    ("deviation_decided_whole", "deviation", "UPDATE",
     "(NEW.decided_by IS NULL) <> (NEW.approved IS NULL) OR (NEW.decided_by IS NULL) <> (NEW.decided_at IS NULL)",
     "a deviation is decided by somebody"),
)  # fmt: skip


def _rules() -> list[tuple[str, str, str, str, str]]:
    """(name, table, event, condition, message) of every rule."""
    rules = [(f"{t}_no_update", t, "UPDATE", "TRUE", f"{t} is append-only") for t in APPEND_ONLY]
    rules += [(f"{t}_no_delete", t, "DELETE", "TRUE", f"{t} is never deleted") for t in (*APPEND_ONLY, *UNDELETABLE)]
    rules += [
        (
            f"{t}_{c}_once",
            t,
            "UPDATE",
            f"OLD.{c} IS NOT NULL AND (NEW.{c} IS NULL OR NEW.{c} <> OLD.{c})",
            f"{t}.{c} is set once",
        )
        for t, c in SET_ONCE
    ]
    for table, columns in FIXED:
        changed = " OR ".join(_differs(c) for c in columns)
        rules.append((f"{table}_fixed", table, "UPDATE", changed, f"{table} keeps what it was made with"))
    return [*rules, *SPECIAL]


def _never_replaced() -> list[tuple[str, str, str, str, str]]:
    """SQLite only: a key that is there is refused before `OR REPLACE` can delete its row."""
    rules = []
    for table, columns in UNIQUE:
        same = " AND ".join(f'x."{c}" = NEW."{c}"' for c in columns)
        condition = f'EXISTS (SELECT 1 FROM "{table}" x WHERE {same})'  # noqa: S608  (names from the list above)
        name = f"{table}_{'_'.join(columns)}_kept"
        rules.append((name, table, "INSERT", condition, f"{table}: this {', '.join(columns)} is there already"))
    condition = "NEW.decision = 'approved' AND EXISTS (SELECT 1 FROM review x WHERE x.draft = NEW.draft AND x.decision = 'approved')"
    return [
        *rules,
        ("review_one_approval_kept", "review", "INSERT", condition, "review: the draft is approved already"),
    ]


def _differs(column: str) -> str:
    quoted = f'"{column}"'
    return f"(CAST(OLD.{quoted} AS TEXT) <> CAST(NEW.{quoted} AS TEXT) OR (OLD.{quoted} IS NULL) <> (NEW.{quoted} IS NULL))"


def statements(dialect: str, only: Collection[str] | None = None) -> list[str]:
    """The SQL that installs every rule on `sqlite` or `postgresql`; `only` names the tables that a migration has made."""
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {name} BEFORE {verb} ON \"{table}\" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{message}'); END"
            for name, table, verb, condition, message in [*_rules(), *_never_replaced()]
            if only is None or table in only
        ]
    made = []
    for name, table, verb, condition, message in _rules():
        if only is not None and table not in only:
            continue
        back = "OLD" if verb == "DELETE" else "NEW"
        made.append(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {condition} THEN "
            f"RAISE EXCEPTION '{message}' USING ERRCODE = '23514'; END IF; RETURN {back}; END $$"
        )
        made.append(f'CREATE TRIGGER {name} BEFORE {verb} ON "{table}" FOR EACH ROW EXECUTE FUNCTION {name}()')
    return made


def removal(dialect: str, only: Collection[str] | None = None) -> list[str]:
    """The SQL that removes what the tables do not take with them when they are dropped."""
    if dialect == "sqlite":
        return []
    return [
        f"DROP FUNCTION IF EXISTS {name}() CASCADE" for name, table, *_ in _rules() if only is None or table in only
    ]
