import type { HostMessage, PageMessage } from '../../src/panel/contract.ts';
import { connect } from '../shared/host.ts';
import { PanelElement } from './panel-element.ts';
import './board-element.ts';
import './menu-element.ts';
import './start-form.ts';
import './timeline-element.ts';
import './transport-element.ts';

const host = connect<PageMessage, HostMessage>();

customElements.define('ground-up-panel', PanelElement);
const panel = document.querySelector<PanelElement>('ground-up-panel');
panel?.talkTo(host);
host.send({ type: 'ready' });
