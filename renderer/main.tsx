import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/inter/wght-italic.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
import { followMenus, performAction } from './commands/menus.ts';
import { reportActivity } from './data/activity.ts';
import { bridge } from './data/bridge.ts';
import { followEvents } from './data/client.ts';
import { flushEdits } from './data/use-edit.ts';
import { followPresses } from './data/pointer-release.ts';
import { lockVault } from './data/lock.ts';
import { recallView } from './data/view-memory.ts';
import './ui/styles.css';

// The policy forbids building functions from strings.
z.config({ jitless: true });

followEvents();
followPresses();
followMenus();
reportActivity();
bridge.subscribe((event) => {
  if (event.event === 'lock.wanted') void lockVault({ afterJobs: true });
  if (event.event === 'action.wanted') performAction(event.id);
});
window.addEventListener('pagehide', () => void flushEdits());
document.addEventListener('visibilitychange', () => {
  if (document.hidden) void flushEdits();
});
// A file dropped beside a target must not replace the page.
for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, (event) => event.preventDefault());

const draw = (): void => {
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
};
void recallView().then(draw, draw);
