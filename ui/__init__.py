"""The window: screens, widgets and keys. Speaks to `daurulang` through use cases and holds no SQL.

theme        apply(app, dark=, scale_percent=) · current().px(size) .space(size) .font(size, weight) .colour(token)
icons        Icon(name, colour token, size) · pixmap(name, "#rrggbb", size, ratio); names stand in resources/icons
keys         the one table of keys as constants (DEPOSIT, PAYOUT, …) · KeyLine(key, words)
screen       Screen: body, enter(), leave() -> bool, save(), step_back() -> bool, reprint(), acts(), hints()
             ScreenEntry(id, title, key, icon, factory) · Act(title, run, detail, key)
window       MainWindow(entries): start(), show_screen(id), page(id), show_place, show_clerk, show_statuses,
             set_lock(names, unlock), lock(), add_acts(acts), unlocked(who)
tasks        perform(parent, act, on_done, on_problem) · in_background(parent, work(progress), on_done, on_problem,
             title=, on_given_up=) · aside(parent, work, on_done, on_problem); on_problem takes (error, sentence)
wording      worded(error) -> sentence; a new UserError gets its sentence there
translation  install(app, "id" | "en"); `make translate` collects what tr() and translate() say
overlay      Overlay(window).body .open() .close_overlay() for what stands over a screen and keeps the focus
widgets      the parts of a screen, listed in `ui.widgets`
"""
