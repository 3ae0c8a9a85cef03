// Checks proofs with @sigstore/verify, which checks those of Sigstore's log, and with nothing of our log's own.
//
//     check.js DIRECTORY
//
// The directory holds what the log serves: key, checkpoint and *.tlog-proof. Exit codes: 0 all of it is right,
// 1 something is not, 2 called wrongly.
'use strict';

const { createHash, createPublicKey } = require('node:crypto');
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint.js');
const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle.js');

const X509_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const LEAF_TAG = Buffer.from('lunaria-access/1\n');

// A key NAME+ID+BASE64 as Sigstore's trusted root would list it.
function trustedLog(key) {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)\n?$/.exec(key);
  const publicKey = Buffer.from(encoded, 'base64');
  if (publicKey.length !== 33 || publicKey[0] !== 1) {
    throw new Error('no Ed25519 key of a log');
  }
  return {
    baseURL: 'https://' + name,
    logID: Buffer.from(id, 'hex'),
    publicKey: createPublicKey({
      key: Buffer.concat([X509_PREFIX, publicKey.subarray(1)]),
      format: 'der',
      type: 'spki',
    }),
  };
}

// A tlog-proof@v1 as the log entry of a Sigstore bundle.
function logEntry(proof) {
  const end = proof.indexOf('\n\n');
  const [header, extra, index, ...hashes] = proof.slice(0, end).split('\n');
  if (header !== 'c2sp.org/tlog-proof@v1' || !extra.startsWith('extra ') || !index.startsWith('index ')) {
    throw new Error('no proof');
  }
  return {
    canonicalizedBody: leaf(JSON.parse(Buffer.from(extra.slice(6), 'base64').toString('utf8'))),
    inclusionProof: {
      logIndex: index.slice(6),
      hashes: hashes.map((hash) => Buffer.from(hash, 'base64')),
      checkpoint: { envelope: proof.slice(end + 2) },
    },
  };
}

function leaf({ salt, event }) {
  const commitment = createHash('sha256').update(Buffer.from(salt, 'base64')).update(event).digest();
  return Buffer.concat([LEAF_TAG, commitment]);
}

function check(directory) {
  const read = (file) => readFileSync(join(directory, file), 'utf8');
  const log = trustedLog(read('key'));
  verifyCheckpoint({ inclusionProof: { checkpoint: { envelope: read('checkpoint') } } }, [log]);
  const proofs = readdirSync(directory).filter((file) => file.endsWith('.tlog-proof'));
  for (const file of proofs) {
    const entry = logEntry(read(file));
    verifyMerkleInclusion(entry, verifyCheckpoint(entry, [log]));
  }
  return proofs.length;
}

function main(directory, ...more) {
  if (!directory || more.length > 0) {
    console.error('usage: check.js DIRECTORY');
    return 2;
  }
  try {
    console.log('accepted: %d proofs', check(directory));
    return 0;
  } catch (refused) {
    console.log('refused: %s', refused.message);
    return 1;
  }
}

process.exitCode = main(...process.argv.slice(2));
