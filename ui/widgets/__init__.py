"""The parts every screen is built from. Import from the module that defines.

card     Card().body · Text(text, role) · ElidedText · SectionTitle · Figure(label, value).show_value(text)
         Facts().show_facts([(label, value)]) · Pill(text, Tone) · KeyHint("Esc", words) · Rule()
         ScreenHeader(title).show_note(text) / .show_summary(text) / .add(widget)
columns  Columns(main, side): side goes below main where the window is narrow or the text large
         SideStack(width).addWidget(page) .show_page(page, width): pages for the side
button   PrimaryButton(text, key, icon) · SecondaryButton · QuietButton · ChoiceBar(name, [(code, words)])
         .value() .choose(code) .changed(code); keys are shown by the button and bound by the screen
field    Field(label, editor, hint) .editor .show_problem(text) .clear_problem() .set_hint(text) .has_problem()
         LineEdit(required=) · DropDown().add(code, words) .code() .choose(code) · HintLine().say(text, Tone)
form     FormWalker([editors], parent) .start() .go_to(editor) .next() .finished; editors may have accept_entry()
entry_form EntryForm: ROWS, _make_fields(), dirty(), save(): a form in the side of a screen
numbers  QuantityEdit(Unit.KILOGRAM, required=) .set_unit(unit) · PiecesEdit() · RupiahEdit(): .value() -> int | None
         (BadNumber on what cannot be read) .set_value(n) .valid() .changed(value) .understood(text) .refused(text)
suggest  SuggestEdit(search, show, nothing=, required=) .chosen(match) .value() .set_value(match); show(match) gives
         Suggestion(title, detail, figure, icon)
rows     Column(title, value, key=, sort=, right=, strong=, muted=, width=) · Order(key, descending)
         PageSource: count(), page(offset, limit, order) · TableModel.rows() for an export of what is shown
table    TableView(columns, empty=, name=) .show_rows(rows) .show_source(make(filter_text) -> PageSource) .reload()
         .current_row() .selected_rows() .opened(row) .current_changed(row) .copied(n) .filter .grid .model
chart    BarChart(name) · ColumnChart(name, scale_words) .show_bars([Bar(name, size, words)], summary)
         .picture(title, note): an image at twice the pixels
tiles    Tiles((6, 3, 1)).add(widget, wide=): as many abreast as there is room
pages    Pages(): a stack as small as the page shown
notice   notice.good(widget, text) · notice.warning(…) · notice.problem(…) · take_back(widget): news
report   ReportPanel, shown by `ui.tasks` for everything that is not a UserError
"""
