import type { ManifestV3Export } from '@crxjs/vite-plugin';
import common from './manifest.json' with { type: 'json' };

const PANEL = 'src/panel/index.html';

/** The manifest of one browser: what both have, and the panel, which each of them calls by another name. */
export function manifestFor(browser: 'chrome' | 'firefox'): ManifestV3Export {
  const manifest =
    browser === 'chrome'
      ? {
          ...common,
          permissions: [...common.permissions, 'sidePanel'],
          side_panel: { default_path: PANEL },
          // Chromium takes four suggested keys and no more; the reader may give this one a fifth.
          commands: { ...common.commands, 'open-panel': { description: '__MSG_command_panel__' } },
        }
      : {
          ...common,
          sidebar_action: {
            default_title: common.action.default_title,
            default_panel: PANEL,
            default_icon: common.action.default_icon,
            open_at_install: false,
          },
          commands: { ...common.commands, _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+S' } } },
        };
  return manifest as ManifestV3Export;
}
