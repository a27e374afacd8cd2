import browser from 'webextension-polyfill';
import { openBackgroundDoor } from '../contract';
import { answers } from './answer';
import { styleBadge } from './badge';
import { createMenu, runCommand } from './commands';
import { showDue } from './due';
import { withDailySnapshots } from './snapshots';
import { keepSynced } from './sync';

// Every listener is registered before anything is awaited: the browser wakes the worker for these and no others.
openBackgroundDoor(withDailySnapshots(answers));
keepSynced();
browser.commands.onCommand.addListener((command, tab) => void runCommand(command, tab?.id));
browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => void runCommand(String(menuItemId), tab?.id));
browser.runtime.onInstalled.addListener(() => {
  void createMenu();
  void styleBadge();
  void showDue();
  // Firefox asks the reader nothing here; Chromium says no and keeps the data all the same, by `unlimitedStorage`.
  void navigator.storage.persist();
});
browser.runtime.onStartup.addListener(() => {
  void styleBadge();
  void showDue();
});
