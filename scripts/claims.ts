import { runClaims } from './claims/commands';

// What authors of claim files use; see CONTRIBUTING.md.
await runClaims(process.argv.slice(2));
