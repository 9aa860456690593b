"""The tree against Certificate Transparency's published vectors and RFC 6962's recursive definition."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetting.audit.merkle import (
    EMPTY_ROOT,
    Frontier,
    consistency_proof,
    inclusion_proof,
    inclusion_proofs,
    leaf_hash,
    node_hash,
    root_of,
    verify_consistency,
    verify_inclusion,
)
from vetting.errors import IntegrityError

INPUTS = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [leaf_hash(data) for data in INPUTS]
leaf_lists = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=70)


def naive_root(leaves: list[bytes]) -> bytes:
    """RFC 6962 section 2.1, as it is written there."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + naive_root(leaves[:split]) + naive_root(leaves[split:])).digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_root_of_published_vectors(size: int) -> None:
    assert root_of(LEAVES[:size]).hex() == ROOTS[size - 1]


def test_root_of_no_leaves_is_the_hash_of_nothing() -> None:
    assert root_of([]) == EMPTY_ROOT == hashlib.sha256(b"").digest()


def test_inclusion_proof_of_published_vector() -> None:
    assert [step.hex() for step in inclusion_proof(LEAVES, 5)] == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_consistency_proof_of_published_vector() -> None:
    assert [step.hex() for step in consistency_proof(LEAVES, 6)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


@given(leaf_lists)
def test_frontier_gives_the_root_of_the_definition_at_every_size(leaves: list[bytes]) -> None:
    frontier = Frontier()
    for size, leaf in enumerate(leaves, start=1):
        frontier.append(leaf)
        assert (frontier.size, frontier.root()) == (size, naive_root(leaves[:size]))
        frontier = Frontier(frontier.size, frontier.hashes)  # stored and read again
        assert len(frontier.hashes) == size.bit_count()


@given(leaf_lists, st.data())
def test_inclusion_holds_for_its_leaf_and_no_other(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    proof, root = inclusion_proof(leaves, index), root_of(leaves)
    verify_inclusion(leaves[index], index, len(leaves), proof, root)
    wrong = [
        (leaf_hash(leaves[index]), index, len(leaves), proof, root),
        (leaves[index], index, len(leaves), proof, leaf_hash(root)),
        (leaves[index], index, len(leaves), [*proof, root], root),
        (leaves[index], len(leaves), len(leaves), proof, root),
        (leaves[index], -1, len(leaves), proof, root),
    ]
    if proof:
        wrong.append((leaves[index], index, len(leaves), proof[:-1], root))
        wrong.append((leaves[index], index, len(leaves), [leaf_hash(proof[0]), *proof[1:]], root))
    for arguments in wrong:
        with pytest.raises(IntegrityError) as refusal:
            verify_inclusion(*arguments)
        assert refusal.value.code == "inclusion_not_proven"


@given(leaf_lists, st.data())
def test_consistency_holds_for_a_prefix_and_nothing_else(leaves: list[bytes], data: st.DataObject) -> None:
    earlier = data.draw(st.integers(1, len(leaves)))
    proof, root, old = consistency_proof(leaves, earlier), root_of(leaves), root_of(leaves[:earlier])
    verify_consistency(earlier, old, len(leaves), root, proof)
    wrong = [
        (earlier, leaf_hash(old), len(leaves), root, proof),
        (earlier, old, len(leaves), leaf_hash(root), proof),
        (earlier, old, len(leaves), root, [*proof, root]),
        (0, old, len(leaves), root, proof),
        (len(leaves) + 1, old, len(leaves), root, proof),
    ]
    if proof:
        wrong.append((earlier, old, len(leaves), root, proof[:-1]))
        wrong.append((earlier, old, len(leaves), root, [leaf_hash(proof[0]), *proof[1:]]))
    for arguments in wrong:
        with pytest.raises(IntegrityError) as refusal:
            verify_consistency(*arguments)
        assert refusal.value.code == "fork"


@pytest.mark.parametrize(("size", "count"), [(1, 0), (3, 1), (4, 2), (-1, 0), (0, 1)])
def test_frontier_that_does_not_fit_its_size_is_refused(size: int, count: int) -> None:
    with pytest.raises(IntegrityError) as refusal:
        Frontier(size, [bytes(32)] * count)
    assert refusal.value.code == "frontier_malformed"


def test_frontier_with_a_short_hash_is_refused() -> None:
    with pytest.raises(IntegrityError):
        Frontier(1, [bytes(31)])


def test_leaf_and_node_hashes_differ_for_the_same_bytes() -> None:
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != node_hash(LEAVES[0], LEAVES[1])


@pytest.mark.parametrize("index", [-1, 8])
def test_inclusion_proof_of_no_leaf_is_the_programmers_error(index: int) -> None:
    with pytest.raises(ValueError, match="no such leaf"):
        inclusion_proof(LEAVES, index)


@pytest.mark.parametrize("earlier", [0, 9])
def test_consistency_proof_of_no_size_is_the_programmers_error(earlier: int) -> None:
    with pytest.raises(ValueError, match="no such earlier size"):
        consistency_proof(LEAVES, earlier)


@given(leaf_lists, st.sets(st.integers(min_value=0, max_value=69)))
def test_many_proofs_in_one_pass_are_the_single_ones_with_their_sides(leaves: list[bytes], wanted: set[int]) -> None:
    indexes = {index for index in wanted if index < len(leaves)}
    proofs = inclusion_proofs(leaves, indexes)
    assert set(proofs) == indexes
    for index, proof in proofs.items():
        assert [value for _, value in proof] == inclusion_proof(leaves, index)
        reached = leaves[index]
        for side, value in proof:
            reached = node_hash(value, reached) if side == "left" else node_hash(reached, value)
        assert reached == root_of(leaves)


@pytest.mark.parametrize("index", [-1, 8])
def test_many_proofs_of_no_leaf_are_the_programmers_error(index: int) -> None:
    with pytest.raises(ValueError, match="no such leaf"):
        inclusion_proofs(LEAVES, [0, index])
