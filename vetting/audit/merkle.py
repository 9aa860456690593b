"""The Merkle tree of RFC 6962: leaves, roots, proofs, and the frontier by which the log grows.

Pure functions over SHA-256. What a leaf means, who signs a root and where a frontier is stored are others'
business.
"""

import hashlib
from collections.abc import Iterable, Sequence

from vetting.errors import IntegrityError

EMPTY_ROOT = hashlib.sha256(b"").digest()
"""The root of no leaves (RFC 6962 section 2.1)."""

_HASH = 32


def leaf_hash(data: bytes) -> bytes:
    """Hash of a leaf. The prefix 0x00 keeps a leaf from passing for a node (second preimage)."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node, prefix 0x01."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over leaf hashes in order."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    return frontier.root()


class Frontier:
    """The perfect subtrees that make up a tree, largest first: all that appending and the root need.

    `Frontier()` is the empty tree. `size` and `hashes` are what is stored between two events.

    Raises: IntegrityError `frontier_malformed` when the hashes do not fit the size.
    """

    __slots__ = ("hashes", "size")

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        self.size = size
        self.hashes = list(hashes)
        fits = size >= 0 and len(self.hashes) == size.bit_count()
        if not fits or any(len(each) != _HASH for each in self.hashes):
            raise IntegrityError(
                "frontier_malformed",
                f"The stored state of the log's tree does not fit its size {size}.",
                law=10,
            )

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash; at most log2(size) hashings."""
        merged = leaf
        # Each trailing 1 bit of the old size is a perfect subtree that the new leaf completes.
        for _ in range(_trailing_ones(self.size)):
            merged = node_hash(self.hashes.pop(), merged)
        self.hashes.append(merged)
        self.size += 1

    def root(self) -> bytes:
        """The root of the whole tree (32 bytes)."""
        if not self.hashes:
            return EMPTY_ROOT
        root = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            root = node_hash(left, root)
        return root


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that prove that leaf `index` is in the tree over `leaves` (RFC 6962 section 2.1.1)."""
    if not 0 <= index < len(leaves):
        raise ValueError("no such leaf")
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion_proof(leaves[:split], index), root_of(leaves[split:])]
    return [*inclusion_proof(leaves[split:], index - split), root_of(leaves[:split])]


def inclusion_proofs(leaves: Sequence[bytes], indexes: Iterable[int]) -> dict[int, list[tuple[str, bytes]]]:
    """`inclusion_proof` for many leaves in one pass; each hash with the side, `left` or `right`, on which it stands."""
    wanted = sorted(set(indexes))
    if wanted and not 0 <= wanted[0] <= wanted[-1] < len(leaves):
        raise ValueError("no such leaf")
    proofs: dict[int, list[tuple[str, bytes]]] = {index: [] for index in wanted}
    if wanted:
        _prove(leaves, 0, wanted, proofs)
    return proofs


def _prove(
    leaves: Sequence[bytes], start: int, wanted: Sequence[int], proofs: dict[int, list[tuple[str, bytes]]]
) -> bytes:
    """The root over `leaves`, the first of which is leaf `start`, adding a hash to each proof on the way up."""
    if not wanted:
        return root_of(leaves)
    if len(leaves) == 1:
        return leaves[0]
    split = _split(len(leaves))
    before = [index for index in wanted if index < start + split]
    after = wanted[len(before) :]
    left = _prove(leaves[:split], start, before, proofs)
    right = _prove(leaves[split:], start + split, after, proofs)
    for index in before:
        proofs[index].append(("right", right))
    for index in after:
        proofs[index].append(("left", left))
    return node_hash(left, right)


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Return when `proof` shows the leaf hash in the tree of that size and root (RFC 9162 section 2.1.3.2).

    Raises: IntegrityError `inclusion_not_proven`.
    """
    position, last, computed = index, size - 1, leaf
    proven = 0 <= index < size
    for sibling in proof:
        if last == 0:
            proven = False
            break
        if position & 1 or position == last:
            computed = node_hash(sibling, computed)
            # A lone subtree at the right edge is lifted without a sibling.
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            computed = node_hash(computed, sibling)
        position, last = position >> 1, last >> 1
    if not proven or last != 0 or computed != root:
        raise IntegrityError("inclusion_not_proven", f"Event {index} is not in the log of {size} events.", law=10)


def consistency_proof(leaves: Sequence[bytes], earlier: int) -> list[bytes]:
    """The hashes that prove that the first `earlier` leaves are a prefix (RFC 6962 section 2.1.2)."""
    if not 0 < earlier <= len(leaves):
        raise ValueError("no such earlier size")
    return _subproof(leaves, earlier, whole=True)


def _subproof(leaves: Sequence[bytes], earlier: int, *, whole: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if whole else [root_of(leaves)]
    split = _split(len(leaves))
    if earlier <= split:
        return [*_subproof(leaves[:split], earlier, whole=whole), root_of(leaves[split:])]
    return [*_subproof(leaves[split:], earlier - split, whole=False), root_of(leaves[:split])]


def verify_consistency(earlier: int, earlier_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> None:
    """Return when `proof` shows that the later tree only added to the earlier one (RFC 9162 section 2.1.4.2).

    Raises: IntegrityError `fork`.
    """
    if not _consistent(earlier, earlier_root, size, root, list(proof)):
        raise IntegrityError(
            "fork", f"The log of {size} events does not continue the log of {earlier} kept before.", law=10
        )


def _consistent(earlier: int, earlier_root: bytes, size: int, root: bytes, proof: list[bytes]) -> bool:
    if not 0 < earlier <= size:
        return False
    if earlier == size:
        return not proof and earlier_root == root
    if earlier & (earlier - 1) == 0:
        proof = [earlier_root, *proof]  # the earlier root is itself a node of the later tree
    if not proof:
        return False
    position, last = earlier - 1, size - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    old = new = proof[0]
    for sibling in proof[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and old == earlier_root and new == root


def _split(size: int) -> int:
    """The largest power of two smaller than `size`."""
    return 1 << (size - 1).bit_length() - 1


def _trailing_ones(number: int) -> int:
    return (number ^ (number + 1)).bit_length() - 1
