/* Gives a forked Node what Electron gives a utility process: `process.parentPort`. */
Object.assign(process, {
  parentPort: {
    postMessage: (message) => process.send?.(message),
    on: (_event, listener) => process.on("message", (data) => listener({ data })),
  },
});
