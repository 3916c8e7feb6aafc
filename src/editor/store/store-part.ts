/** What grpc/bundle.ts exports: the store and its server, loaded when there is one to open. */
export type StorePart = typeof import('../../grpc/bundle.ts');
