import type { HostMessage, PageMessage } from '../../src/panel/contract.ts';
import { connect } from '../shared/host.ts';
import { PanelElement } from './panel-element.ts';
import { remembered } from './resume.ts';
import './board-element.ts';
import './menu-element.ts';
import './prediction-element.ts';
import './start-form.ts';
import './timeline-element.ts';
import './transport-element.ts';

const host = connect<PageMessage, HostMessage>();

customElements.define('ground-up-panel', PanelElement);
const panel = document.querySelector<PanelElement>('ground-up-panel');
panel?.talkTo(host);
const resume = remembered(host);
host.send(resume === undefined ? { type: 'ready' } : { type: 'ready', resume });
