import { registerHooks } from 'node:module';

/**
 * A parser process like the real one, but one that finds no native build of sharp: it reads pictures with the
 * WebAssembly build, as the package for Linux does.
 */
registerHooks({
  resolve: (specifier, context, next) => {
    if (/^@img\/sharp-(?!wasm32)/.test(specifier))
      throw Object.assign(new Error(`${specifier} is not there`), { code: 'MODULE_NOT_FOUND' });
    return next(specifier, context);
  },
});
await import('../../../main/import/parser-process.ts');
