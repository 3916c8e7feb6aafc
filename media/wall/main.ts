import type { FromPage, ToPage } from '../../src/pages/wall/contract.ts';
import { connect } from '../shared/host.ts';
import { fromRemembered, toRemember } from './remembered.ts';
import { WallElement } from './wall-element.ts';

customElements.define('ground-up-wall', WallElement);

const host = connect<FromPage>();
const wall = document.querySelector('ground-up-wall');
if (wall instanceof WallElement) {
  wall.send = host.send;
  wall.remember = (remembered) => host.remember(toRemember(remembered));
  const remembered = fromRemembered(host.remembered());
  if (remembered !== undefined) wall.resume(remembered);
  host.onMessage((message) => {
    if (isToPage(message)) wall.receive(message);
  });
  host.send({ type: 'ready' });
}

/** Only the host can send here; this tells its messages from the ones the editor itself sends a webview. */
function isToPage(message: unknown): message is ToPage {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return message.type === 'state' || message.type === 'refused';
}
