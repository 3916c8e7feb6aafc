import type { Operator } from './operator.ts';
import { calls } from './operators/calls.ts';
import { conditions } from './operators/conditions.ts';
import { names } from './operators/names.ts';
import { statements } from './operators/statements.ts';
import { values } from './operators/values.ts';

/** The mutation set: mistakes that a tired writer makes, each as small as it can be. */
export const operators: readonly Operator[] = [...conditions, ...values, ...names, ...calls, ...statements];
