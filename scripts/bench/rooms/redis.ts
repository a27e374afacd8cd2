import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

/** Whether there is a Redis on this machine to be started. */
export const hasRedis = (): boolean => existsSync('/usr/bin/redis-server');

/** Starts a Redis of its own, which keeps nothing on disk. */
export async function startRedis(): Promise<{ port: number; stop: () => void }> {
  const port = await freePort();
  const server = spawn('/usr/bin/redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no']);
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (said) => String(said).includes('Ready to accept') && resolve());
    server.once('exit', () => reject(new Error('Redis did not start.')));
  });
  return { port, stop: () => void server.kill() };
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
