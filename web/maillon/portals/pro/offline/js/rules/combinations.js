/** Choosing some of many, in the order in which they stand. */

/** Every choice of `size` items, in lexicographic order of their places. */
export function* combinations(items, size, from = 0) {
  if (size === 0) {
    yield [];
    return;
  }
  for (let place = from; place <= items.length - size; place += 1) {
    for (const rest of combinations(items, size - 1, place + 1)) yield [items[place], ...rest];
  }
}

/** Every way to take 0 to `limits[i]` of each kind `i`. */
export function* sizesUpTo(limits) {
  if (limits.length === 0) {
    yield [];
    return;
  }
  const [first, ...others] = limits;
  for (let size = 0; size <= first; size += 1) {
    for (const rest of sizesUpTo(others)) yield [size, ...rest];
  }
}
