import type { FromPage, ToPage } from '../../src/pages/matrix/contract.ts';
import { connect } from '../shared/host.ts';
import { MatrixElement } from './matrix-element.ts';

customElements.define('ground-up-matrix', MatrixElement);

const host = connect<FromPage>();
const matrix = document.querySelector('ground-up-matrix');
if (matrix instanceof MatrixElement) {
  matrix.send = host.send;
  host.onMessage((message) => {
    if (isToPage(message)) matrix.state = message.state;
  });
  host.send({ type: 'ready' });
}

/** Only the host can send here; this tells its messages from the ones the editor itself sends a webview. */
function isToPage(message: unknown): message is ToPage {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'state';
}
