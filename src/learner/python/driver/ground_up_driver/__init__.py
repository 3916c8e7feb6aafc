"""Runs the operations it is asked for on the learner's modules and says what it saw.

It knows no exercise and judges nothing. What it says is the protocol of `src/learner/protocol.ts`, on the pipes of
`src/learner/process/wire.ts`; nothing but the standard library is needed.
"""
