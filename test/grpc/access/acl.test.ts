import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allows, type Right } from '../../../src/grpc/access/acl.ts';

const admin = { name: 'admin', groups: ['$admins'] };
const ada = { name: 'ada', groups: ['players'] };
const bob = { name: 'bob', groups: [] };
const nobody = { name: undefined, groups: [] };

/** Names of those who may. */
function whoMay(right: Right, stream: string, acl?: Parameters<typeof allows>[0]): string {
  return [admin, ada, bob, nobody]
    .filter((caller) => allows(acl, right, stream, caller))
    .map(({ name }) => name ?? 'nobody')
    .join(' ');
}

describe('an access control list', () => {
  it('that says nothing leaves a stream to everybody with a name, and the system’s to administrators', () => {
    assert.equal(whoMay('read', 'game-1'), 'admin ada bob');
    assert.equal(whoMay('write', 'game-1', {}), 'admin ada bob');
    assert.equal(whoMay('read', '$ce-game'), 'admin');
    assert.equal(whoMay('read', '$all'), 'admin');
  });

  it('names users and groups, one or many, for each right alone', () => {
    const acl = { $r: ['ada', 'nobody-else'], $w: 'players', $d: [], $mr: '$all' };
    assert.equal(whoMay('read', 'game-1', acl), 'admin ada');
    assert.equal(whoMay('write', 'game-1', acl), 'admin ada');
    assert.equal(whoMay('delete', 'game-1', acl), 'admin');
    assert.equal(whoMay('readMetadata', 'game-1', acl), 'admin ada bob');
    assert.equal(whoMay('writeMetadata', 'game-1', acl), 'admin ada bob');
  });

  it('can open a stream of the system’s, though never to nobody', () => {
    assert.equal(whoMay('read', '$ce-game', { $r: '$all' }), 'admin ada bob');
  });

  it('that makes no sense counts as none', () => {
    for (const acl of [null, 'players', [1], { $r: 7 }]) assert.equal(whoMay('read', 'game-1', acl), 'admin ada bob');
  });
});
