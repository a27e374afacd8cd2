import browser from 'webextension-polyfill';
import { openBackgroundDoor } from '../contract/background';
import { answers } from './answer';
import { styleBadge } from './badge';
import { createMenus, runCommand } from './commands';
import { followTime, showDue } from './due';
import { openOmnibox } from './omnibox';
import { withDailySnapshots } from './snapshots';
import { keepSynced } from './sync';

// Every listener is registered before anything is awaited: the browser wakes the worker for these and no others.
openBackgroundDoor(withDailySnapshots(answers));
keepSynced();
browser.commands.onCommand.addListener((command, tab) => void runCommand(command, tab));
browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => void runCommand(String(menuItemId), tab));
openOmnibox();
followTime();
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void runCommand('open-practice');
  void createMenus();
  void styleBadge();
  void showDue();
  // Firefox asks the reader nothing here; Chromium says no and keeps the data all the same, by `unlimitedStorage`.
  void navigator.storage.persist();
});
browser.runtime.onStartup.addListener(() => {
  void styleBadge();
  void showDue();
});
