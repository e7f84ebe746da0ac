// Work that a busy feed asks for: soon after the first asking, and then only now and then, however often it is asked for.

export const calm = (work, { soonMs = 300, restMs = 3000 } = {}) => {
  let timer = null;
  let done = 0;
  return () => {
    timer ??= setTimeout(() => {
      timer = null;
      done = Date.now();
      work();
    }, Math.max(soonMs, done + restMs - Date.now()));
  };
};
