"""What stands still where an order became another one."""

from collections.abc import Sequence
from operator import lt


def heaviest_rise(places: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """Return the indices of the heaviest subsequence of `places` that rises; of equals, one that ends later.

    Two orders of the same distinct names have no common subsequence that is heavier. What stands outside it has moved,
    and by the choice among equals that is rather what rose than what sank. `weights` are above 0. It takes time as
    n log n: for each place, the heaviest that ends below it is found in a Fenwick tree over the places.
    """
    if all(map(lt, places, places[1:])):
        return frozenset(range(len(places)))
    rank = {place: number for number, place in enumerate(sorted(set(places)), 1)}
    tree = [(0, -1)] * (len(rank) + 1)  # the weight and the index of the heaviest that ends in a stretch of places
    previous: list[int] = []
    for i, (place, weight) in enumerate(zip(places, weights, strict=True)):
        heaviest, last = _heaviest_below(tree, rank[place])
        previous.append(last)
        _raise(tree, rank[place], (heaviest + weight, i))
    _, chain = _heaviest_below(tree, len(tree))
    found = []
    while chain >= 0:
        found.append(chain)
        chain = previous[chain]
    return frozenset(found)


def _heaviest_below(tree: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    heaviest, rank = (0, -1), rank - 1
    while rank:
        heaviest = max(heaviest, tree[rank])
        rank &= rank - 1
    return heaviest


def _raise(tree: list[tuple[int, int]], rank: int, heaviest: tuple[int, int]) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], heaviest)
        rank += rank & -rank
