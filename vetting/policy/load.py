"""Loads policy packs, conduct codes, plans, platforms and retention rules from the configuration folder.

What one file can get wrong is refused here; what shows only between files and code is for `policy check`.
The digest of a loaded document is what freezes it in a round (law 2).
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import rfc8785
from pydantic import BaseModel, TypeAdapter, ValidationError

from schemas.base import Slug
from schemas.conduct import ConductList
from schemas.plan import SearchPlan, StepAction, StepScope
from schemas.platform import Method, Platform, PlatformList, ServiceRole
from schemas.policy import PolicyPack
from schemas.retention import RetentionSchedule
from vetting.errors import InputError
from vetting.policy.files import read_yaml

Named = TypeVar("Named", PolicyPack, SearchPlan)

_API, _DIRECTORY = frozenset({ServiceRole.API}), frozenset({ServiceRole.DIRECTORY})
_TOKEN = frozenset({ServiceRole.TOKEN})
_NONE: frozenset[ServiceRole] = frozenset()
_SERVICES = {
    Method.ATPROTO: (_API | _DIRECTORY, _NONE),
    Method.ATPROTO_REPO: (_API | _DIRECTORY, _NONE),
    Method.MEDIAWIKI_API: (_NONE, _API),
    Method.GITHUB_API: (_API, _NONE),
    Method.STACKEXCHANGE_API: (_API, _NONE),
    Method.YOUTUBE_API: (_API, _NONE),
    Method.TUMBLR_API: (_API, _NONE),
    Method.FLICKR_API: (_API, _NONE),
    Method.X_API: (_API, _NONE),
    Method.REDDIT_API: (_API | _TOKEN, _NONE),
}
"""What each method must and may be given; every other method asks the account's own host alone."""
_SERVICE_URL = re.compile(r"https://[a-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._/-]*[A-Za-z0-9._-])?")
_SLUG: TypeAdapter[str] = TypeAdapter(Slug)


def digest(model: BaseModel) -> str:
    """SHA-256 (hexadecimal) of the model's canonical JSON (RFC 8785)."""
    return digest_of(model.model_dump(mode="json"))


def digest_of(document: Any) -> str:
    """SHA-256 (hexadecimal) of the canonical JSON (RFC 8785) of a document as it is stored.

    A stored document is checked as it is: read into a newer version's model, it gains the defaults of new fields.
    """
    return hashlib.sha256(rfc8785.dumps(document)).hexdigest()


def agencies(config_dir: Path) -> tuple[str, ...]:
    """The ids of all agencies with a policy pack, in order."""
    return _names(config_dir / "agencies")


def plans(config_dir: Path) -> tuple[str, ...]:
    """The ids of all search plans, in order."""
    return _names(config_dir / "plans")


def load_pack(agency: str, config_dir: Path) -> PolicyPack:
    """The policy pack `agencies/AGENCY.yaml`.

    Raises:
        InputError: `unknown_agency`, `wrong_id`, and those of `read_yaml`.

    """
    return _load_named(agency, PolicyPack, config_dir, "agencies", "agency")


def load_packs(config_dir: Path) -> tuple[PolicyPack, ...]:
    """All policy packs, in the order of their ids."""
    return tuple(load_pack(agency, config_dir) for agency in agencies(config_dir))


def load_plan(plan: str, config_dir: Path) -> SearchPlan:
    """The search plan `plans/PLAN.yaml`.

    Raises:
        InputError: `unknown_plan`, `wrong_id`, `duplicate_id`, `plan_step`, and those of `read_yaml`.

    """
    loaded = _load_named(plan, SearchPlan, config_dir, "plans", "plan")
    shown = f"plans/{plan}.yaml"
    _unique((step.key for step in loaded.steps), shown, "step key")
    for step in loaded.steps:
        by_name = step.action is StepAction.NAME_SEARCH
        if by_name != (step.scope is StepScope.CANDIDATE):
            raise InputError(
                "plan_step",
                f"{shown}: step {step.key} has action {step.action} with scope {step.scope}.",
                remedy="A name_search is done once for a candidate, every other action once for an account.",
            )
        if by_name and not step.instruction.strip():
            raise InputError(
                "plan_step",
                f"{shown}: the manual step {step.key} has no instruction.",
                law=2,
                remedy="Write what the investigator does, word for word the same for everybody.",
            )
    return loaded


def load_conduct(config_dir: Path) -> ConductList:
    """The conduct codes of `conduct.yaml`.

    Raises:
        InputError: `duplicate_id`, and those of `read_yaml`.

    """
    loaded = read_yaml(config_dir / "conduct.yaml", ConductList, shown="conduct.yaml")
    _unique((code.id for code in loaded.codes), "conduct.yaml", "conduct code")
    return loaded


def load_platforms(config_dir: Path) -> PlatformList:
    """The platforms of `platforms.yaml`.

    Raises:
        InputError: `duplicate_id`, `platform_pattern`, `platform_services`, `platform_template`, and those of `read_yaml`.

    """
    loaded = read_yaml(config_dir / "platforms.yaml", PlatformList, shown="platforms.yaml")
    _unique((platform.id for platform in loaded.platforms), "platforms.yaml", "platform")
    for platform in loaded.platforms:
        _check_platform(platform)
    return loaded


def load_retention(config_dir: Path) -> RetentionSchedule:
    """The retention rules of `retention.yaml`.

    Raises:
        InputError: `duplicate_id`, and those of `read_yaml`.

    """
    loaded = read_yaml(config_dir / "retention.yaml", RetentionSchedule, shown="retention.yaml")
    _unique((rule.id for rule in loaded.rules), "retention.yaml", "rule")
    return loaded


def _names(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


def _load_named(name: str, model: type[Named], config_dir: Path, folder: str, noun: str) -> Named:
    # The name comes from a command line or a round file: it may not lead out of the folder.
    try:
        _SLUG.validate_python(name)
    except ValidationError:
        raise InputError(
            f"unknown_{noun}", f"This is not the id of a {noun}.", remedy=_known(config_dir, folder)
        ) from None
    path = config_dir / folder / f"{name}.yaml"
    if not path.is_file():
        raise InputError(f"unknown_{noun}", f"There is no {noun} {name}.", remedy=_known(config_dir, folder))
    loaded = read_yaml(path, model, shown=f"{folder}/{name}.yaml")
    if loaded.id != name:
        raise InputError(
            "wrong_id",
            f"{folder}/{name}.yaml calls itself {loaded.id}.",
            remedy="File name and id must agree.",
        )
    return loaded


def _known(config_dir: Path, folder: str) -> str:
    return f"Use one of: {', '.join(_names(config_dir / folder)) or 'none are there'}."


def _unique(ids: Iterable[str], shown: str, noun: str) -> None:
    twice = sorted(name for name, count in Counter(ids).items() if count > 1)
    if twice:
        raise InputError("duplicate_id", f"{shown}: {noun} {', '.join(twice)} stands there more than once.")


def _check_services(platform: Platform, shown: str) -> None:
    needed, optional = _SERVICES.get(platform.method, (frozenset(), frozenset()))
    roles = [service.role for service in platform.services]
    fits = needed <= set(roles) <= needed | optional and len(set(roles)) == len(roles)
    if not fits or not all(_SERVICE_URL.fullmatch(service.url) for service in platform.services):
        raise InputError(
            "platform_services",
            f"{shown}: the services are not those that its method asks, or an address is not plain https.",
            law=3,
            remedy=f"List, once each, with https and no slash at the end: {', '.join(sorted(needed)) or 'none'}.",
        )


def _check_page_paths(platform: Platform, shown: str) -> None:
    """What a capture by hand is compared with (law 3): a form without the user would let any page pass."""
    by_hand = platform.method is Method.MANUAL_CAPTURE and bool(platform.hosts)
    fields = [set(re.findall(r"\{(\w*)\}", path)) for path in platform.page_paths]
    if platform.page_paths and not (by_hand and all("user" in found <= {"user", "any"} for found in fields)):
        raise InputError(
            "platform_page_paths",
            f"{shown}: the forms of an account's page need hosts, a capture by hand, and {{user}} in each.",
            law=3,
            remedy="Write each as it stands behind the host, e.g. /in/{user}; {any} stands for a part that may be anything.",
        )


def _check_platform(platform: Platform) -> None:
    shown = f"platforms.yaml: {platform.id}"
    if platform.method is Method.OWN_EXPORT:
        raise InputError(
            "platform_method",
            f"{shown}: an export is volunteered by a candidate; it is no method that a platform is collected by.",
            law=4,
            remedy="Give the platform its own method; an export may stand in for a capture by hand.",
        )
    groups: set[str] = set()
    if platform.handle_pattern is not None:
        try:
            groups = set(re.compile(platform.handle_pattern).groupindex)
        except re.error:
            raise InputError("platform_pattern", f"{shown}: the handle pattern is no regular expression.") from None
        if "user" not in groups:
            raise InputError("platform_pattern", f"{shown}: the handle pattern has no group named user.")
    if platform.method in {Method.MASTODON_API, Method.ACTIVITYPUB} and not {"user", "host"} <= groups:
        raise InputError("platform_pattern", f"{shown}: this method needs groups named user and host.")
    _check_services(platform, shown)
    _check_page_paths(platform, shown)
    if platform.url_template is None:
        return
    fields = set(re.findall(r"\{(\w*)\}", platform.url_template))
    if not platform.url_template.startswith("https://") or not fields or fields - groups:
        raise InputError(
            "platform_template",
            f"{shown}: the address template is not https or uses what the handle pattern does not give.",
            remedy="Use {user} and {host} only as the handle pattern names them.",
        )
    if platform.method is Method.MANUAL_CAPTURE:
        raise InputError("platform_template", f"{shown}: a manual capture has no address to collect from.", law=4)
