import { sha256 } from './entry.ts';

/** RFC 6962 section 2.1: inner nodes are prefixed with 0x01. */
function nodeHash(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.of(1), left, right);
}

/** Largest power of two smaller than `size`. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** Root of a list of leaf hashes (RFC 6962 section 2.1). The root of nothing is the hash of the empty string. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256('');
  let level = [...leaves];
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i]!, level[i + 1]];
      next.push(right ? nodeHash(left, right) : left);
    }
    level = next;
  }
  return level[0]!;
}

/** Audit path of leaf `index` (RFC 6962 section 2.1.1), from the leaf upwards. */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  const half = split(leaves.length);
  return index < half
    ? [...inclusionProof(leaves.slice(0, half), index), merkleRoot(leaves.slice(half))]
    : [...inclusionProof(leaves.slice(half), index - half), merkleRoot(leaves.slice(0, half))];
}

/** Checks an audit path (RFC 9162 section 2.1.3.2). */
export function verifyInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
  root: Buffer,
): boolean {
  if (index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}
