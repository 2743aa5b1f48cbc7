import { mkdtempSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openCheckpoint, openSigner, signCheckpoint, verifierKey } from './checkpoint.ts';
import { leafHash, sha256 } from './entry.ts';
import { openFiles } from './files.ts';
import { inclusionProof, merkleRoot, verifyInclusion } from './merkle.ts';
import { openVault as open, type Vault } from './vault.ts';

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'fadu-ledger-'));
const opened: Vault[] = [];
afterEach(() => Promise.all(opened.splice(0).map((vault) => vault.close())));

async function openVault(dir: string): Promise<Vault> {
  const vault = await open(dir);
  opened.push(vault);
  return vault;
}

const place = { org: '520581203000', record: 'r1', field: 'party' };

describe('the Merkle tree of RFC 6962', () => {
  it('has the roots of the published test vectors', () => {
    // Inputs and roots of the Certificate Transparency reference tests (seven leaves).
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'];
    const leaves = inputs.map((hex) => sha256(Buffer.of(0), Buffer.from(hex, 'hex')));
    expect(merkleRoot(leaves.slice(0, 1)).toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(merkleRoot(leaves.slice(0, 2)).toString('hex')).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    );
    expect(merkleRoot(leaves).toString('hex')).toBe(
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    );
  });

  it('proves each leaf and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (size, pick) => {
        const leaves = Array.from({ length: size }, (_, i) => leafHash(`e${i}`));
        const index = pick % size;
        const root = merkleRoot(leaves);
        const proof = inclusionProof(leaves, index);
        expect(verifyInclusion(leaves[index]!, index, size, proof, root)).toBe(true);
        expect(verifyInclusion(leafHash('other'), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaves[index]!, index, size, [...proof, root], root)).toBe(false);
        if (size > 1)
          expect(verifyInclusion(leaves[index]!, (index + 1) % size, size, proof, root)).toBe(false);
      }),
    );
  });
});

describe('the vault', () => {
  it('opens what it sealed, also in another process, and binds it to its place', async () => {
    const dir = folder();
    const [one, two] = [await openVault(dir), await openVault(dir)];
    const [sealed] = await one.seal([{ place, value: { name: '张三' } }]);
    const { keyId, sealed: bytes, commitment } = sealed!;
    expect(await two.open(place, keyId, bytes)).toEqual({ name: '张三' });
    expect(await two.matches(place, keyId, bytes, commitment)).toBe(true);
    expect(await two.matches({ ...place, record: 'r2' }, keyId, bytes, commitment)).toBe(false);
    await expect(two.open({ ...place, record: 'r2' }, keyId, bytes)).rejects.toThrow();
    expect(await two.holds(place, keyId, commitment, { name: '张三' })).toBe(true);
    expect(await two.holds(place, keyId, commitment, { name: '李四' })).toBe(false);
  });

  it('commits to equal values differently, so a commitment can not be guessed', async () => {
    const vault = await openVault(folder());
    const [a, b] = await vault.seal([
      { place, value: '13800000000' },
      { place, value: '13800000000' },
    ]);
    expect(a!.commitment).not.toBe(b!.commitment);
  });

  it('keeps every key of many values sealed at once by two processes', async () => {
    const dir = folder();
    const vaults = [await openVault(dir), await openVault(dir)];
    const numbers = Array.from({ length: 160 }, (_, n) => n);
    const sealed = await Promise.all(
      numbers.map((n) => vaults[n % 2]!.seal([{ place, value: n }]).then(([only]) => only!)),
    );
    const again = await openVault(dir);
    for (const n of numbers) expect(await again.open(place, sealed[n]!.keyId, sealed[n]!.sealed)).toBe(n);
  });

  it('makes a destroyed value unreadable for ever', async () => {
    const dir = folder();
    const vault = await openVault(dir);
    const [sealed, kept] = await vault.seal([
      { place, value: '甲' },
      { place, value: '乙' },
    ]);
    await vault.destroy([sealed!.keyId]);
    expect(await vault.open(place, sealed!.keyId, sealed!.sealed)).toBeUndefined();
    const again = await openVault(dir);
    expect(await again.open(place, sealed!.keyId, sealed!.sealed)).toBeUndefined();
    expect(await again.open(place, kept!.keyId, kept!.sealed)).toBe('乙');
  });

  it('says that a key torn by a crash is gone, and keeps the others', async () => {
    const dir = folder();
    const vault = await openVault(dir);
    const [before, torn] = await vault.seal([
      { place, value: '前' },
      { place, value: '后' },
    ]);
    const [file] = readdirSync(path.join(dir, 'values'));
    truncateSync(path.join(dir, 'values', file!), 60);
    expect(await vault.open(place, before!.keyId, before!.sealed)).toBe('前');
    expect(await vault.open(place, torn!.keyId, torn!.sealed)).toBeUndefined();
    expect(statSync(path.join(dir, 'values', file!)).mode & 0o777).toBe(0o600);
  });
});

describe('a checkpoint', () => {
  it('is a C2SP signed note that only its key opens', async () => {
    const dir = folder();
    const signer = await openSigner(dir, '520581203000');
    const root = sha256('root');
    const note = signCheckpoint({ origin: 'fadu/520581203000', size: 7, root }, signer);
    expect(note.split('\n').slice(0, 4)).toEqual(['fadu/520581203000', '7', root.toString('base64'), '']);
    const key = verifierKey(await openSigner(dir, '520581203000'));
    expect(openCheckpoint(note, key)).toEqual({ origin: 'fadu/520581203000', size: 7, root });
    expect(() => openCheckpoint(note.replace('\n7\n', '\n8\n'), key)).toThrow('签名不成立');
    const other = verifierKey(await openSigner(folder(), '520581203000'));
    expect(() => openCheckpoint(note, other)).toThrow('签名不成立');
    expect(() => openCheckpoint(note, 'x')).toThrow('公钥的格式');
  });
});

describe('the file store', () => {
  it('gives back what was put, and nothing when it was altered', async () => {
    const dir = folder();
    const files = openFiles(dir);
    const reference = await files.put('520581999000', '名册.csv', Buffer.from('姓名，成绩'));
    expect(await files.put('520581999000', '又一次.csv', Buffer.from('姓名，成绩'))).toMatchObject({
      sha256: reference.sha256,
    });
    expect((await files.get('520581999000', reference.sha256))?.toString()).toBe('姓名，成绩');
    expect(await files.get('520581998000', reference.sha256)).toBeUndefined();
    writeFileSync(
      path.join(dir, '520581999000', reference.sha256.slice(0, 2), reference.sha256),
      '姓名，零分',
    );
    expect(await files.get('520581999000', reference.sha256)).toBeUndefined();
    expect(await files.get('520581999000', '../../etc/passwd')).toBeUndefined();
    expect(await files.get('../520581999000', reference.sha256)).toBeUndefined();
  });
});
