import { whereToKeep } from './keep';
import { openRooms } from './rooms';

// One instance, by its environment: PORT, ROOMS_SECRET, and ROOMS_REDIS (host:port) or ROOMS_FOLDER.
const { PORT = '1234', ROOMS_SECRET } = process.env;
if (!ROOMS_SECRET) throw new Error('ROOMS_SECRET is not set: whoever knows it can make invitations.');
const close = await openRooms({ port: Number(PORT), secret: ROOMS_SECRET, keep: whereToKeep(process.env) });
console.log(`Reading rooms at ws://127.0.0.1:${PORT}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void close().then(() => process.exit(0)));
