import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  connectionStringProblem,
  hasCredentials,
  withoutCredentials,
} from '../../../src/editor/store/connection-string.ts';

describe('a connection string', () => {
  it('is shown without its credentials', () => {
    assert.equal(withoutCredentials('esdb://ada:s3cret@db.example:2113?tls=true'), 'esdb://db.example:2113?tls=true');
    assert.equal(hasCredentials('esdb://ada:s3cret@db.example:2113'), true);
  });

  it('is left as it is without any', () => {
    assert.equal(withoutCredentials('esdb://localhost:2113?tls=false'), 'esdb://localhost:2113?tls=false');
    assert.equal(hasCredentials('esdb://localhost:2113?mail=a@b'), false);
  });

  it('is refused with a sentence when it is none', () => {
    assert.equal(connectionStringProblem('kurrentdb+discover://a,b,c'), undefined);
    assert.match(connectionStringProblem('http://localhost:2113') ?? '', /begins with esdb:/);
  });
});
