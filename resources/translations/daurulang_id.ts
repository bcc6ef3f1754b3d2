<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type what you want to do</source>
        <translation>Ketik apa yang ingin dikerjakan</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Cari perintah</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Tidak ditemukan.</translation>
    </message>
</context>
<context>
    <name>FilterEdit</name>
    <message>
        <source>Type to filter</source>
        <translation>Ketik untuk menyaring</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Saringan</translation>
    </message>
</context>
<context>
    <name>HelpOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Daftar tombol</translation>
    </message>
    <message>
        <source>A key means the same thing on every screen.</source>
        <translation>Satu tombol berarti sama di semua layar.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Print this list</source>
        <translation>Cetak daftar ini</translation>
    </message>
    <message>
        <source>Daur Ulang: the keys</source>
        <translation>Daur Ulang: daftar tombol</translation>
    </message>
    <message>
        <source>The list of keys is ready to print: {path}</source>
        <translation>Daftar tombol siap dicetak: {path}</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Help: this list</source>
        <translation>Bantuan: daftar ini</translation>
    </message>
    <message>
        <source>Save (also Ctrl+Enter)</source>
        <translation>Simpan (juga Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>Cetak ulang</translation>
    </message>
    <message>
        <source>New member or material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find any screen or act</source>
        <translation>Cari layar atau perintah</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Kunci layar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>Isian berikutnya</translation>
    </message>
    <message>
        <source>Field before</source>
        <translation>Isian sebelumnya</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Mundur satu langkah</translation>
    </message>
    <message>
        <source>Copy the rows of a list</source>
        <translation>Salin baris daftar</translation>
    </message>
    <message>
        <source>help</source>
        <translation>bantuan</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>reprint</source>
        <translation>cetak ulang</translation>
    </message>
    <message>
        <source>back</source>
        <translation>mundur</translation>
    </message>
</context>
<context>
    <name>LineEdit</name>
    <message>
        <source>Please fill this in.</source>
        <translation>Isian ini wajib diisi.</translation>
    </message>
</context>
<context>
    <name>LockOverlay</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Daur Ulang</source>
        <translation>Daur Ulang</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Daur Ulang</source>
        <translation>Daur Ulang</translation>
    </message>
    <message>
        <source>Help: the keys</source>
        <translation>Bantuan: daftar tombol</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Kunci layar</translation>
    </message>
    <message>
        <source>Still working: {title}. Close the window again to cancel it.</source>
        <translation>Masih bekerja: {title}. Tutup jendela sekali lagi untuk membatalkannya.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>about {minutes} minutes left</source>
        <translation>kira-kira {minutes} menit lagi</translation>
    </message>
    <message>
        <source>about {seconds} seconds left</source>
        <translation>kira-kira {seconds} detik lagi</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>menghentikan …</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Cari di:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Folder:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nama berkas:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Jenis berkas:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Pilih</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Mundur</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Folder induk</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Folder baru</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ulangi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Potong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ya</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Tidak</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Terapkan</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ulangi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Potong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Daur Ulang</source>
        <translation>Daur Ulang</translation>
    </message>
    <message>
        <source>Ctrl+K   find a command</source>
        <translation>Ctrl+K   cari perintah</translation>
    </message>
    <message>
        <source>F12   lock the screen</source>
        <translation>F12   kunci layar</translation>
    </message>
</context>
<context>
    <name>RefusalPage</name>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished">Enter</translation>
    </message>
    <message>
        <source>Choose another book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the file, or address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server&apos;s address begins with postgresql://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book is already open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book is newer than this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a book of Daur Ulang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the book is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window of Daur Ulang on this machine works on it. Go on in that window, or close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Details of the error</source>
        <translation>Rincian kesalahan</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Salin laporan</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Something in the program went wrong. What you typed is kept. Please copy the report and send it.</source>
        <translation>Ada kesalahan di dalam program. Yang sudah diketik tetap ada. Salin laporan ini dan kirimkan.</translation>
    </message>
    <message>
        <source>Something in the program went wrong.</source>
        <translation>Ada kesalahan di dalam program.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Tersalin</translation>
    </message>
</context>
<context>
    <name>SuggestEdit</name>
    <message>
        <source>Type to search.</source>
        <translation>Ketik untuk mencari.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Tidak ditemukan.</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Nothing matches “{text}”. Esc empties the filter.</source>
        <translation>Tidak ada yang cocok dengan “{text}”. Esc mengosongkan saringan.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>This was refused and nothing was changed ({name}).</source>
        <translation>Ini ditolak dan tidak ada yang berubah ({name}).</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Isian ini wajib diisi.</translation>
    </message>
    <message>
        <source>Too long: at most {limit} characters.</source>
        <translation>Terlalu panjang: paling banyak {limit} huruf.</translation>
    </message>
    <message>
        <source>A PIN is 4 to 12 digits.</source>
        <translation>PIN terdiri dari 4 sampai 12 angka.</translation>
    </message>
    <message>
        <source>Name and PIN do not belong together.</source>
        <translation>Nama dan PIN tidak cocok. Coba lagi.</translation>
    </message>
    <message>
        <source>“{value}” is already in use; choose another.</source>
        <translation>“{value}” sudah dipakai; pilih yang lain.</translation>
    </message>
    <message>
        <source>This day cannot be used.</source>
        <translation>Tanggal ini tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Ketik sebuah angka.</translation>
    </message>
    <message>
        <source>At most three digits after the comma.</source>
        <translation>Paling banyak tiga angka di belakang koma.</translation>
    </message>
    <message>
        <source>A whole number, please: without a comma.</source>
        <translation>Harus bilangan bulat, tanpa koma.</translation>
    </message>
    <message>
        <source>It must be more than zero.</source>
        <translation>Harus lebih dari nol.</translation>
    </message>
    <message>
        <source>It must not be negative.</source>
        <translation>Tidak boleh kurang dari nol.</translation>
    </message>
    <message>
        <source>This is too large; check the number.</source>
        <translation>Terlalu besar; periksa angkanya.</translation>
    </message>
    <message>
        <source>This is not a number; type for example 2,45.</source>
        <translation>Ini bukan angka; ketik misalnya 2,45.</translation>
    </message>
    <message>
        <source>This book has no centre yet; begin with the first steps.</source>
        <translation>Buku ini belum punya pusat daur ulang; mulai dari langkah pertama.</translation>
    </message>
    <message>
        <source>This book already has its centre.</source>
        <translation>Buku ini sudah punya pusat daur ulang.</translation>
    </message>
    <message>
        <source>There is no member {number}.</source>
        <translation>Tidak ada anggota {number}.</translation>
    </message>
    <message>
        <source>{name} is inactive; make the member active first (F4).</source>
        <translation>{name} tidak aktif; aktifkan dahulu di layar Anggota (F4).</translation>
    </message>
    <message>
        <source>There is no village “{text}” on the list.</source>
        <translation>Desa “{text}” tidak ada dalam daftar.</translation>
    </message>
    <message>
        <source>There is no material “{text}”.</source>
        <translation>Tidak ada bahan “{text}”.</translation>
    </message>
    <message>
        <source>There is no receipt {number}.</source>
        <translation>Tidak ada nota {number}.</translation>
    </message>
    <message>
        <source>{material} has no price for today; set it first (F5).</source>
        <translation>{material} belum punya harga hari ini; isi dahulu (F5).</translation>
    </message>
    <message>
        <source>There is no line yet; weigh in a material first.</source>
        <translation>Belum ada baris; timbang satu bahan dahulu.</translation>
    </message>
    <message>
        <source>The cash part must be less than {total} and more than zero.</source>
        <translation>Bagian tunai harus lebih dari nol dan kurang dari {total}.</translation>
    </message>
    <message>
        <source>The prices have changed: the total is now {total}. Read it back again.</source>
        <translation>Harga berubah: jumlahnya sekarang {total}. Bacakan lagi kepada penyetor.</translation>
    </message>
    <message>
        <source>The price of {material} needs a reason.</source>
        <translation>Harga {material} perlu alasan.</translation>
    </message>
    <message>
        <source>This form was already saved as {number} with other lines.</source>
        <translation>Formulir ini sudah tersimpan sebagai {number} dengan baris lain.</translation>
    </message>
    <message>
        <source>It was not saved. Please save once more.</source>
        <translation>Belum tersimpan. Simpan sekali lagi.</translation>
    </message>
    <message>
        <source>It is not certain that it was saved. Save again: it is never booked twice.</source>
        <translation>Belum pasti tersimpan. Simpan lagi: tidak akan tercatat dua kali.</translation>
    </message>
    <message>
        <source>Line {position}: tare and deduction take all of the weight.</source>
        <translation>Baris {position}: tara dan potongan menghabiskan seluruh berat.</translation>
    </message>
    <message>
        <source>Line {position}: the deduction needs a reason.</source>
        <translation>Baris {position}: potongan perlu alasan.</translation>
    </message>
    <message>
        <source>Line {position}: this is too heavy for one line; check the number.</source>
        <translation>Baris {position}: terlalu berat untuk satu baris; periksa angkanya.</translation>
    </message>
    <message>
        <source>Line {position}: this material is no longer taken.</source>
        <translation>Baris {position}: bahan ini tidak lagi diterima.</translation>
    </message>
    <message>
        <source>Line {position}: the weight must be more than zero.</source>
        <translation>Baris {position}: berat harus lebih dari nol.</translation>
    </message>
    <message>
        <source>Line {position} cannot be taken so.</source>
        <translation>Baris {position} tidak dapat diterima seperti ini.</translation>
    </message>
    <message>
        <source>The balance is only {balance}.</source>
        <translation>Saldo hanya {balance}.</translation>
    </message>
    <message>
        <source>A payout is at least {minimum}.</source>
        <translation>Penarikan paling sedikit {minimum}.</translation>
    </message>
    <message>
        <source>{minimum} must stay in the savings; at most {most} can be paid out.</source>
        <translation>{minimum} harus tetap di tabungan; paling banyak {most} dapat ditarik.</translation>
    </message>
    <message>
        <source>SQLite {version} can lose data and is not used; install the program again.</source>
        <translation>SQLite {version} dapat kehilangan data dan tidak dipakai; pasang ulang program ini.</translation>
    </message>
    <message>
        <source>The book {place} is on a server; back it up there.</source>
        <translation>Buku {place} ada di peladen; buat cadangannya di sana.</translation>
    </message>
    <message>
        <source>The copy {path} is not sound; the older backup was kept. Try again.</source>
        <translation>Salinan {path} tidak utuh; cadangan lama tetap ada. Coba lagi.</translation>
    </message>
    <message>
        <source>Another program is using the book {place}. Close it and try again.</source>
        <translation>Program lain sedang memakai buku {place}. Tutup program itu lalu coba lagi.</translation>
    </message>
    <message>
        <source>The book {place} cannot be written. Check the rights of the file and its folder.</source>
        <translation>Buku {place} tidak dapat ditulisi. Periksa izin berkas dan foldernya.</translation>
    </message>
    <message>
        <source>The book {place} was written by a newer version. Update this program.</source>
        <translation>Buku {place} ditulis oleh versi yang lebih baru. Perbarui program ini.</translation>
    </message>
    <message>
        <source>{place} is not a book of Daur Ulang. It was left untouched.</source>
        <translation>{place} bukan buku Daur Ulang. Berkas itu tidak diubah.</translation>
    </message>
    <message>
        <source>The file {place} is empty, as after a failed copy. Restore a backup.</source>
        <translation>Berkas {place} kosong, seperti setelah penyalinan gagal. Pulihkan dari cadangan.</translation>
    </message>
    <message>
        <source>The book {place} is damaged. Restore a backup; the file was left untouched.</source>
        <translation>Buku {place} rusak. Pulihkan dari cadangan; berkas itu tidak diubah.</translation>
    </message>
    <message>
        <source>The book {place} cannot be reached. Check the folder, the network or the server.</source>
        <translation>Buku {place} tidak terjangkau. Periksa folder, jaringan, atau server.</translation>
    </message>
    <message>
        <source>The disk of {place} is full. Make room; nothing was saved.</source>
        <translation>Penyimpanan {place} penuh. Kosongkan sebagian; belum ada yang tersimpan.</translation>
    </message>
    <message>
        <source>The book {place} cannot be used. It was left untouched.</source>
        <translation>Buku {place} tidak dapat dipakai. Berkas itu tidak diubah.</translation>
    </message>
    <message>
        <source>These columns were not found: {fields}. Choose them by hand.</source>
        <translation>Kolom ini tidak ditemukan: {fields}. Pilih sendiri kolomnya.</translation>
    </message>
    <message>
        <source>{count} rows cannot be taken, so none was. Their reasons are listed.</source>
        <translation>{count} baris tidak dapat diterima, jadi tidak ada yang diimpor. Alasannya tercantum.</translation>
    </message>
    <message>
        <source>{count} rows of this import are already in use; it cannot be undone.</source>
        <translation>{count} baris dari impor ini sudah dipakai; impor tidak dapat dibatalkan.</translation>
    </message>
    <message>
        <source>{path} could not be written. Choose another folder.</source>
        <translation>{path} tidak dapat ditulis. Pilih folder lain.</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. The paper is kept at {path}.</source>
        <translation>Belum ada pencetak di komputer ini. Kertasnya tersimpan di {path}.</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer. The paper is kept at {path}.</source>
        <translation>Pencetak {printer} tidak menjawab. Kertasnya tersimpan di {path}.</translation>
    </message>
    <message>
        <source>The printer {printer} refused the paper. It is kept at {path}.</source>
        <translation>Pencetak {printer} menolak. Kertasnya tersimpan di {path}.</translation>
    </message>
    <message>
        <source>This file is not an Excel workbook (.xlsx).</source>
        <translation>Berkas ini bukan buku kerja Excel (.xlsx).</translation>
    </message>
    <message>
        <source>This is an old .xls file. Open it in Excel and save it as .xlsx.</source>
        <translation>Ini berkas .xls lama. Buka di Excel lalu simpan sebagai .xlsx.</translation>
    </message>
    <message>
        <source>This workbook is too large; split it into several.</source>
        <translation>Buku kerja ini terlalu besar; bagi menjadi beberapa.</translation>
    </message>
    <message>
        <source>This workbook is locked with a password. Remove it and try again.</source>
        <translation>Buku kerja ini terkunci sandi. Hapus sandinya lalu coba lagi.</translation>
    </message>
    <message>
        <source>No row with column titles was found.</source>
        <translation>Baris judul kolom tidak ditemukan.</translation>
    </message>
    <message>
        <source>This workbook has no rows.</source>
        <translation>Buku kerja ini tidak berisi baris.</translation>
    </message>
    <message>
        <source>This workbook cannot be read; it may be damaged.</source>
        <translation>Buku kerja ini tidak dapat dibaca; mungkin rusak.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dirty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Simpan</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Donate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
