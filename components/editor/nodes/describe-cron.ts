const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const WEEKDAYS = new Set(["1-5", "MON-FRI"]);
const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** A schedule in words where it is one of the usual kinds, such as `every weekday 9:00`; else as it is. */
export function describeCron(cron: string): string {
  const [minute, hour, day, month, weekday, ...more] = cron.trim().split(/\s+/);
  if (minute === undefined || hour === undefined || day === undefined || month === undefined || weekday === undefined || more.length > 0)
    return cron;
  const rest = [hour, day, month, weekday];
  const step = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (rest.every((field) => field === "*")) {
    if (minute === "*") return "every minute";
    if (step !== undefined) return `every ${step} minutes`;
    if (isNumber(minute)) return `every hour at :${minute.padStart(2, "0")}`;
    return cron;
  }
  const hours = /^\*\/(\d+)$/.exec(hour)?.[1];
  if (hours !== undefined && minute === "0" && day === "*" && month === "*" && weekday === "*") return `every ${hours} hours`;
  if (!isNumber(minute) || !isNumber(hour) || month !== "*") return cron;
  const time = `${Number(hour)}:${minute.padStart(2, "0")}`;
  if (day !== "*") return weekday === "*" && isNumber(day) ? `every month on day ${day}, ${time}` : cron;
  if (weekday === "*") return `every day ${time}`;
  if (WEEKDAYS.has(weekday.toUpperCase())) return `every weekday ${time}`;
  const name = isNumber(weekday) ? DAYS[Number(weekday) % 7] : undefined;
  return name === undefined ? cron : `every ${name} ${time}`;
}
