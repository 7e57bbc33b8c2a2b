"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState, type KeyboardEvent } from "react";
import { formatLongDay } from "@/components/ui/format";
import type { SpecialDay } from "@/lib/calendar/queries";
import { weeksOf } from "@/lib/calendar/rules";
import { addDays, weekdayOf, yearOf, type Day } from "@/lib/foundation/calendar";
import { DayDialog } from "./day-dialog";
import styles from "./year-calendar.module.css";

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type YearCalendarProps = { year: number; today: Day; days: readonly SpecialDay[]; districtId: string; mayWrite: boolean };

/** A year as twelve small months. One day at a time is in the order of Tab; the arrow keys go on from there. */
export function YearCalendar({ year, today, days, districtId, mayWrite }: YearCalendarProps) {
  const t = useTranslations("calendar");
  const special = new Map(days.map((one) => [one.day, one]));
  const [reached, setReached] = useState<Day>(yearOf(today) === year ? today : `${year}-01-01`);
  const [opened, setOpened] = useState<Day | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const goOn = (event: KeyboardEvent) => {
    const next = steps[event.key] && addDays(reached, steps[event.key]!);
    if (!next || yearOf(next) !== year) return;
    event.preventDefault();
    setReached(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <>
      <div ref={grid} className={styles.year} onKeyDown={mayWrite ? goOn : undefined}>
        {months.map((month) => (
          <table key={month} className={styles.month}>
            <caption>{t(`months.${month}`)}</caption>
            <thead>
              <tr>
                {weekdays.map((weekday) => (
                  <th key={weekday} scope="col" abbr={t(`weekdays.${weekday}`)}>
                    {t(`weekdayInitials.${weekday}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, month).map((week, at) => (
                <tr key={at}>
                  {week.map((day, place) =>
                    day === null ? (
                      <td key={place} />
                    ) : (
                      <td key={place}>
                        <DayCell day={day} special={special.get(day) ?? null} isToday={day === today} isReached={day === reached} onOpen={mayWrite ? () => { setReached(day); setOpened(day); } : null} />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <Legend />
      {mayWrite && <DayDialog key={opened} day={opened} special={opened ? (special.get(opened) ?? null) : null} districtId={districtId} onClose={() => setOpened(null)} />}
    </>
  );
}

type DayCellProps = { day: Day; special: SpecialDay | null; isToday: boolean; isReached: boolean; /** Null: may only be looked at. */ onOpen: (() => void) | null };

function DayCell({ day, special, isToday, isReached, onOpen }: DayCellProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const kind = special?.kind ?? (weekdayOf(day) > 5 ? "weekend" : "plain");
  const mark = special && special.kind !== "ordinary" ? t(`marks.${special.kind}`) : undefined;
  const shared = { className: styles.day, "data-kind": kind, "data-mark": mark, "data-own": special?.from === "own" || undefined, "aria-current": isToday ? ("date" as const) : undefined };
  const said = special ? t("dayWith", { day: formatLongDay(day, locale), kind: t(`kinds.${special.kind}`), name: special.name }) : formatLongDay(day, locale);
  const shown = Number(day.slice(8));
  if (!onOpen) return <span {...shared} title={special?.name} aria-label={special ? said : undefined} role={special ? "img" : undefined}>{shown}</span>;
  return (
    <button type="button" {...shared} data-day={day} tabIndex={isReached ? 0 : -1} title={special?.name} aria-label={said} aria-haspopup="dialog" onClick={onOpen}>
      {shown}
    </button>
  );
}

function Legend() {
  const t = useTranslations("calendar");
  return (
    <ul className={styles.legend} aria-label={t("legend")}>
      {(["holiday", "workday"] as const).map((kind) => (
        <li key={kind}>
          <span className={styles.day} data-kind={kind} data-mark={t(`marks.${kind}`)} aria-hidden />
          {t(`kinds.${kind}`)}
        </li>
      ))}
      <li>
        <span className={styles.day} data-own aria-hidden />
        {t("own")}
      </li>
    </ul>
  );
}
