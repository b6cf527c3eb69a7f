import { defaultStore } from '../../main/app/backend/default-store.ts';

const on = (platform: NodeJS.Platform, env: Record<string, string> = {}): string =>
  defaultStore({ platform, home: '/home/reviewer', env });

describe('the vault folder where nothing is said', () => {
  it.each([
    ['linux', {}, '/home/reviewer/.local/share/imr-desk'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/imr-desk'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/reviewer/.local/share/imr-desk'],
    ['darwin', {}, '/home/reviewer/Library/Application Support/IMR Desk'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/IMR Desk'],
    ['win32', {}, '/home/reviewer/AppData/Roaming/IMR Desk'],
    ['linux', { IMR_STORE: '/elsewhere' }, '/elsewhere'],
  ] as const)('on %s with %j is %s', (platform, env, folder) => {
    expect(on(platform, env)).toBe(folder);
  });
});
