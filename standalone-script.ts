import { resolve } from 'node:path';
import { build, type InlineConfig, type Plugin, type ResolvedConfig } from 'vite';

/**
 * Builds a script that the background puts into pages (`scripting.executeScript`): one self-contained file without exports,
 * beside those of the manifest, and not in it; so it is no web-accessible resource.
 * @param entry a file below the root, ending in `.ts`; the script's path in the extension is the same, with `.js`
 */
export function standaloneScript(entry: string): Plugin {
  let config: ResolvedConfig;
  const file = entry.replace(/\.ts$/, '.js');
  const inline = (outDir: string, options: InlineConfig['build']): InlineConfig => ({
    configFile: false,
    root: config.root,
    mode: config.mode,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: config.build.target,
      minify: config.build.minify,
      lib: { entry: resolve(config.root, entry), formats: ['iife'], name: 'counterpoint', fileName: () => file },
      ...options,
    },
  });
  return {
    name: 'counterpoint:standalone-script',
    configResolved(resolved) {
      config = resolved;
    },
    async generateBundle() {
      const built = await build(inline(config.build.outDir, { write: false }));
      const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
      const source = outputs.find((output) => output.type === 'chunk')?.code;
      if (source === undefined) this.error(`${entry} gave no script`);
      this.emitFile({ type: 'asset', fileName: file, source });
    },
    configureServer(server) {
      // The development server writes what the manifest names; this it does not know.
      server.httpServer?.once('listening', () => void build(inline(config.build.outDir, { watch: {} })));
    },
  };
}
