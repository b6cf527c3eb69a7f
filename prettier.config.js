/** How the code is laid out; `npm run lint` checks it. */
export default { printWidth: 120, singleQuote: true };
