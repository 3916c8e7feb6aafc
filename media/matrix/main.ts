import type { MatrixAction, MatrixMessage } from '../../src/panel/matrix-contract.ts';
import { connect } from '../shared/host.ts';
import { MatrixElement } from './matrix-element.ts';

customElements.define('ground-up-matrix', MatrixElement);

const host = connect<MatrixAction>();
const matrix = document.querySelector('ground-up-matrix');
if (matrix instanceof MatrixElement) {
  matrix.send = host.send;
  host.onMessage((message) => {
    if (isMatrixMessage(message)) matrix.state = message.state;
  });
  host.send({ kind: 'ready' });
}

/** Only the host can send here; this tells its messages from the ones the editor itself sends a webview. */
function isMatrixMessage(message: unknown): message is MatrixMessage {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'state';
}
