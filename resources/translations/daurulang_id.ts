<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AcceptanceForm</name>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Why you go on without these entries</source>
        <translation>Mengapa dilanjutkan tanpa catatan itu</translation>
    </message>
    <message>
        <source>Enter goes on; their numbers are not given again, so keep the papers</source>
        <translation>Enter melanjutkan; nomornya tidak diberikan lagi, jadi simpan bukti kertasnya</translation>
    </message>
</context>
<context>
    <name>ActDrafts</name>
    <message>
        <source>An unfinished load of {time} by {clerk}: {party}, {count} lines.</source>
        <translation>Ada muatan yang belum selesai dari {time} oleh {clerk}: {party}, {count} baris.</translation>
    </message>
    <message>
        <source>An unfinished batch of {time} by {clerk}: {count} lines.</source>
        <translation>Ada pengolahan yang belum selesai dari {time} oleh {clerk}: {count} baris.</translation>
    </message>
    <message>
        <source>An unfinished sale of {time} by {clerk}: {party}, {count} lines.</source>
        <translation>Ada penjualan yang belum selesai dari {time} oleh {clerk}: {party}, {count} baris.</translation>
    </message>
    <message>
        <source>Unfinished, for the landfill, {time} by {clerk}: {count} lines.</source>
        <translation>Ada buangan ke TPA yang belum selesai dari {time} oleh {clerk}: {count} baris.</translation>
    </message>
</context>
<context>
    <name>ActPanel</name>
    <message>
        <source>Vehicle</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
</context>
<context>
    <name>ActReversal</name>
    <message>
        <source>Reverse {number}</source>
        <translation>Batalkan {number}</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Batalkan</translation>
    </message>
</context>
<context>
    <name>ActScreen</name>
    <message>
        <source>Store</source>
        <translation>Gudang</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Esc once more drops the lines typed.</source>
        <translation>Belum disimpan. Esc sekali lagi membuang baris yang sudah diketik.</translation>
    </message>
    <message>
        <source>Date of the paper</source>
        <translation>Tanggal nota</translation>
    </message>
    <message>
        <source>Into the list of lines</source>
        <translation>Ke daftar baris</translation>
    </message>
    <message>
        <source>Take a line out</source>
        <translation>Keluarkan baris</translation>
    </message>
    <message>
        <source>Put the line back</source>
        <translation>Kembalikan baris</translation>
    </message>
    <message>
        <source>{material} taken out. Ctrl+Z puts it back.</source>
        <translation>{material} dihapus. Ctrl+Z mengembalikannya.</translation>
    </message>
    <message>
        <source>The line is back.</source>
        <translation>Baris kembali.</translation>
    </message>
</context>
<context>
    <name>ActView</name>
    <message>
        <source>Reverse</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>slip</source>
        <translation>bukti</translation>
    </message>
    <message>
        <source>close</source>
        <translation>tutup</translation>
    </message>
    <message>
        <source>reversed by {number}</source>
        <translation>dibatalkan oleh {number}</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Dihapus dari nilai stok</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Weighed</source>
        <translation>Ditimbang</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Estimated from it</source>
        <translation>Perkiraan beratnya</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pembayaran</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Susut</translation>
    </message>
    <message>
        <source>More than went in</source>
        <translation>Lebih dari yang masuk</translation>
    </message>
    <message>
        <source>Goes in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Comes out</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Residue</source>
        <translation>Residu</translation>
    </message>
    <message>
        <source>Cost carried</source>
        <translation>Nilai yang dibawa</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Tenaga kerja</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>BBM</translation>
    </message>
    <message>
        <source>gross {gross}, tare {tare}</source>
        <translation>bruto {gross}, tara {tare}</translation>
    </message>
</context>
<context>
    <name>ApprovalForm</name>
    <message>
        <source>Nobody else works here</source>
        <translation>Hanya Anda petugasnya</translation>
    </message>
    <message>
        <source>Somebody else than you</source>
        <translation>Bukan Anda sendiri</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Harap diisi.</translation>
    </message>
    <message>
        <source>{count} of at least {least} letters</source>
        <translation>{count} dari paling sedikit {least} huruf</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Disetujui oleh</translation>
    </message>
    <message>
        <source>PIN of the approver</source>
        <translation>PIN penyetuju</translation>
    </message>
</context>
<context>
    <name>Assembly</name>
    <message>
        <source>Deposit</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Penarikan</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Prices today</source>
        <translation>Harga hari ini</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Gudang</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Muatan masuk</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Pengolahan</translation>
    </message>
    <message>
        <source>Residue to the landfill</source>
        <translation>Residu ke TPA</translation>
    </message>
    <message>
        <source>List of loads, processing and landfill</source>
        <translation>Daftar muatan, pengolahan, dan residu</translation>
    </message>
    <message>
        <source>List of sales</source>
        <translation>Daftar penjualan</translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation>Piutang</translation>
    </message>
    <message>
        <source>Cash box</source>
        <translation>Kas</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Stock count</source>
        <translation>Opname</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Keuangan</translation>
    </message>
    <message>
        <source>Files for the office</source>
        <translation>Berkas untuk dinas</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Check of the book</source>
        <translation>Cek pembukuan</translation>
    </message>
    <message>
        <source>Print queue</source>
        <translation>Antrean cetak</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Leave the sample book</source>
        <translation>Tinggalkan buku contoh</translation>
    </message>
    <message>
        <source>Practise in the sample book</source>
        <translation>Berlatih di buku contoh</translation>
    </message>
    <message>
        <source>SAMPLE (PIN {pin}) · {place}</source>
        <translation>CONTOH (PIN {pin}) · {place}</translation>
    </message>
    <message>
        <source>Receipts {paper}, opened as a file</source>
        <translation>Bukti {paper}, dibuka sebagai berkas</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>Anchors cannot be written: {why}</source>
        <translation>Jangkar tidak dapat ditulis: {why}</translation>
    </message>
    <message>
        <source>The backup place is full</source>
        <translation>Tempat cadangan penuh</translation>
    </message>
    <message>
        <source>The backup folder is not there</source>
        <translation>Folder cadangan tidak ada</translation>
    </message>
    <message>
        <source>The last backup failed its trial</source>
        <translation>Cadangan terakhir gagal diuji</translation>
    </message>
    <message>
        <source>The backup could not be made</source>
        <translation>Cadangan gagal dibuat</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Belum ada cadangan</translation>
    </message>
    <message>
        <source>Last backup {when}: too old</source>
        <translation>Cadangan terakhir {when}: terlalu lama</translation>
    </message>
    <message>
        <source>Backup {when} ✓</source>
        <translation>Cadangan {when} ✓</translation>
    </message>
</context>
<context>
    <name>BackupForm</name>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Best on another disk: a stick, or a shared folder</source>
        <translation>Sebaiknya di disk lain: flashdisk, atau folder bersama</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Pilih folder</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Every so many minutes of use</source>
        <translation>Setiap sekian menit pemakaian</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>This book is on a server and is backed up there, for example with pg_dump.</source>
        <translation>Buku ini ada di server dan dicadangkan di sana, misalnya dengan pg_dump.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>Also when the window closes; 7 days, 5 weeks and 12 months are kept</source>
        <translation>Juga saat jendela ditutup; disimpan 7 hari, 5 minggu, dan 12 bulan</translation>
    </message>
    <message>
        <source>Saved for this machine.</source>
        <translation>Tersimpan untuk komputer ini.</translation>
    </message>
    <message>
        <source>Backing up the book</source>
        <translation>Mencadangkan buku</translation>
    </message>
    <message>
        <source>On the same disk as the book: if it breaks, both are gone</source>
        <translation>Di disk yang sama dengan buku: kalau rusak, keduanya hilang</translation>
    </message>
    <message>
        <source>The book was copied to {path}, but this computer has no room to try the copy. Make room.</source>
        <translation>Buku disalin ke {path}, tetapi komputer ini tidak punya ruang untuk menguji salinannya. Kosongkan sebagian.</translation>
    </message>
    <message>
        <source>The book was copied to {path} and the copy can be restored.</source>
        <translation>Buku sudah disalin ke {path} dan salinannya dapat dipulihkan.</translation>
    </message>
    <message>
        <source>The copy in {folder} failed its trial. Check the book now (daurulang verify).</source>
        <translation>Salinan di {folder} gagal diuji. Periksa bukunya sekarang (daurulang verify).</translation>
    </message>
</context>
<context>
    <name>BatchEntry</name>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>jumlah</translation>
    </message>
    <message>
        <source>Weighed</source>
        <translation>Ditimbang</translation>
    </message>
    <message>
        <source>weighed kg</source>
        <translation>berat kg</translation>
    </message>
    <message>
        <source>Goes in or comes out</source>
        <translation>Masuk atau hasil</translation>
    </message>
    <message>
        <source>Enter in the empty field goes on. Alt+1: in, Alt+2: out, Alt+3: residue.</source>
        <translation>Enter pada isian kosong melanjutkan. Alt+1: masuk, Alt+2: hasil, Alt+3: residu.</translation>
    </message>
    <message>
        <source>Enter in the empty field goes on.</source>
        <translation>Enter pada isian kosong melanjutkan.</translation>
    </message>
    <message>
        <source>weighs {weight}</source>
        <translation>beratnya {weight}</translation>
    </message>
    <message>
        <source>Only {left} lie in the store.</source>
        <translation>Di gudang hanya ada {left}.</translation>
    </message>
    <message>
        <source>{left} in the store  ·  had cost {cost}/{unit}</source>
        <translation>{left} di gudang  ·  nilai perolehan {cost}/{unit}</translation>
    </message>
    <message>
        <source>{left} in the store  ·  had cost {cost}</source>
        <translation>{left} di gudang  ·  nilai perolehan {cost}</translation>
    </message>
</context>
<context>
    <name>BatchLines</name>
    <message>
        <source>Way</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Cost Rp</source>
        <translation>Nilai Rp</translation>
    </message>
    <message>
        <source>What goes in first: type a material that lies in the store, Enter, its quantity, Enter.</source>
        <translation>Mulai dari yang masuk: ketik bahan yang ada di gudang, Enter, jumlahnya, Enter.</translation>
    </message>
    <message>
        <source>Lines of the batch</source>
        <translation>Baris pengolahan</translation>
    </message>
    <message>
        <source>{short} too much  ·  {material}</source>
        <translation>kurang {short}  ·  {material}</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Save the batch</source>
        <translation>Simpan pengolahan</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Susut</translation>
    </message>
    <message>
        <source>How the cost is carried</source>
        <translation>Cara membagi nilai</translation>
    </message>
    <message>
        <source>Hours of work</source>
        <translation>Jam kerja</translation>
    </message>
    <message>
        <source>Fuel, litres</source>
        <translation>BBM, liter</translation>
    </message>
    <message>
        <source>The cost is carried to what comes out</source>
        <translation>Nilai perolehan dibawa ke hasil</translation>
    </message>
    <message>
        <source>No sell price: {materials}. Carry the cost by weight, or price them first (F5).</source>
        <translation>Belum ada harga jual: {materials}. Bagi menurut berat, atau isi harganya dulu (F5).</translation>
    </message>
    <message>
        <source>{weight} are carried to the other store</source>
        <translation>{weight} dipindahkan ke gudang lain</translation>
    </message>
    <message>
        <source>{kind}: {into} in, {out} out ({percent} %), {residue} residue</source>
        <translation>{kind}: masuk {into}, hasil {out} ({percent} %), residu {residue}</translation>
    </message>
    <message>
        <source>{weight} are missing ({percent} %): saving confirms the loss.</source>
        <translation>Susut {weight} ({percent} %): dengan menyimpan, susut ini dibenarkan.</translation>
    </message>
    <message>
        <source>{weight} more than went in ({percent} %): saving confirms it.</source>
        <translation>Lebih {weight} dari yang masuk ({percent} %): dengan menyimpan, ini dibenarkan.</translation>
    </message>
    <message>
        <source>More than went in</source>
        <translation>Lebih dari yang masuk</translation>
    </message>
    <message>
        <source>Goes in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Comes out  ·  yield {percent} %</source>
        <translation>Hasil  ·  rendemen {percent} %</translation>
    </message>
    <message>
        <source>Residue</source>
        <translation>Residu</translation>
    </message>
    <message>
        <source>Cost carried</source>
        <translation>Nilai yang dibawa</translation>
    </message>
    <message>
        <source>Cost carried  ·  {each}/kg</source>
        <translation>Nilai yang dibawa  ·  {each}/kg</translation>
    </message>
    <message>
        <source>Cost, written off while nothing comes out</source>
        <translation>Nilai, dihapus selama tidak ada hasil</translation>
    </message>
</context>
<context>
    <name>BatchScreen</name>
    <message>
        <source>Processing</source>
        <translation>Pengolahan</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Yang dikerjakan</translation>
    </message>
    <message>
        <source>Into the store</source>
        <translation>Ke gudang</translation>
    </message>
    <message>
        <source>Goes in, comes out, residue</source>
        <translation>Masuk, hasil, residu</translation>
    </message>
    <message>
        <source>{number} saved. {kind}: {into} in, {out} out.</source>
        <translation>{number} tersimpan. {kind}: masuk {into}, hasil {out}.</translation>
    </message>
</context>
<context>
    <name>BesideStock</name>
    <message>
        <source>There now</source>
        <translation>Ada sekarang</translation>
    </message>
    <message>
        <source>WHAT IS DONE HERE</source>
        <translation>YANG DIKERJAKAN DI SINI</translation>
    </message>
    <message>
        <source>A load comes in</source>
        <translation>Muatan masuk</translation>
    </message>
    <message>
        <source>Process goods</source>
        <translation>Pengolahan</translation>
    </message>
    <message>
        <source>Residue to the landfill</source>
        <translation>Residu ke TPA</translation>
    </message>
    <message>
        <source>List of these acts</source>
        <translation>Daftar kegiatan</translation>
    </message>
    <message>
        <source>Count the store</source>
        <translation>Opname gudang</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Had cost</source>
        <translation>Nilai perolehan</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>Rata-rata</translation>
    </message>
    <message>
        <source>Would sell for</source>
        <translation>Nilai jual</translation>
    </message>
    <message>
        <source>no sell price</source>
        <translation>tanpa harga jual</translation>
    </message>
    <message>
        <source>Sell price</source>
        <translation>Harga jual</translation>
    </message>
    <message>
        <source>{day}  ·  {days} days</source>
        <translation>{day}  ·  {days} hari</translation>
    </message>
    <message>
        <source>The oldest came</source>
        <translation>Tertua masuk</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Tidak ada yang ditampilkan.</translation>
    </message>
    <message>
        <source>Turn over: chart or table (Enter)</source>
        <translation>Balik: grafik atau tabel (Enter)</translation>
    </message>
    <message>
        <source>Copy the rows (Ctrl+C)</source>
        <translation>Salin baris (Ctrl+C)</translation>
    </message>
    <message>
        <source>Picture: save and copy ({key})</source>
        <translation>Gambar: simpan dan salin ({key})</translation>
    </message>
</context>
<context>
    <name>BuyerBox</name>
    <message>
        <source>Buyer</source>
        <translation>Pembeli</translation>
    </message>
    <message>
        <source>Somebody new: type the name, Enter notes it.</source>
        <translation>Pembeli baru: ketik namanya, Enter mencatatnya.</translation>
    </message>
    <message>
        <source>owes {amount}</source>
        <translation>berutang {amount}</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ganti</translation>
    </message>
</context>
<context>
    <name>BuyerEdit</name>
    <message>
        <source>Nobody found. Enter notes a new buyer.</source>
        <translation>Tidak ada. Enter mencatat pembeli baru.</translation>
    </message>
    <message>
        <source>Name or phone of the buyer</source>
        <translation>Nama atau HP pembeli</translation>
    </message>
</context>
<context>
    <name>BuyerForm</name>
    <message>
        <source>Change a buyer</source>
        <translation>Ubah pembeli</translation>
    </message>
    <message>
        <source>New buyer</source>
        <translation>Pembeli baru</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Dipakai</translation>
    </message>
    <message>
        <source>No longer sold to</source>
        <translation>Tidak dijuali lagi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>HP/telepon</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>It stands on the invoice.</source>
        <translation>Tercetak di nota.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
</context>
<context>
    <name>Buyers</name>
    <message>
        <source>Collector</source>
        <translation>Pengepul</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>Pabrik</translation>
    </message>
    <message>
        <source>Offtaker</source>
        <translation>Offtaker</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Nothing came or went in this month. PgUp shows the month before.</source>
        <translation>Tidak ada yang masuk atau keluar bulan ini. PgUp: bulan sebelumnya.</translation>
    </message>
    <message>
        <source>Card of the store</source>
        <translation>Kartu gudang</translation>
    </message>
    <message>
        <source>{count} rows copied.</source>
        <translation>{count} baris disalin.</translation>
    </message>
    <message>
        <source>Lay there before</source>
        <translation>Stok awal</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Went</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Left at the end</source>
        <translation>Stok akhir</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Sisa</translation>
    </message>
    <message>
        <source>In Rp</source>
        <translation>Masuk Rp</translation>
    </message>
    <message>
        <source>Out Rp</source>
        <translation>Keluar Rp</translation>
    </message>
    <message>
        <source>Left Rp</source>
        <translation>Sisa Rp</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Cetak</translation>
    </message>
</context>
<context>
    <name>Cash</name>
    <message>
        <source>The cash box was counted by {clerk} and is not closed: {key} closes it.</source>
        <translation>Kas sudah dihitung oleh {clerk} tetapi belum ditutup: {key} menutupnya.</translation>
    </message>
    <message>
        <source>The cash box was opened {day} and is not closed: {key} counts and closes it.</source>
        <translation>Kas dibuka {day} dan belum ditutup: {key} untuk menghitung dan menutupnya.</translation>
    </message>
    <message>
        <source>The day was not closed: {day}. {key} closes it and prints its page.</source>
        <translation>Hari belum ditutup: {day}. {key} menutupnya dan mencetak halamannya.</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Centre (capital, expenses)</source>
        <translation>Lembaga (modal, biaya)</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Dibuka</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>First count</source>
        <translation>Isi kas pertama</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>bank</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>lembaga</translation>
    </message>
</context>
<context>
    <name>CashBookView</name>
    <message>
        <source>Cash book</source>
        <translation>Buku kas</translation>
    </message>
    <message>
        <source>Balance before</source>
        <translation>Saldo awal</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Saldo akhir</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>In Rp</source>
        <translation>Masuk Rp</translation>
    </message>
    <message>
        <source>Out Rp</source>
        <translation>Keluar Rp</translation>
    </message>
    <message>
        <source>Balance Rp</source>
        <translation>Saldo Rp</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buku</translation>
    </message>
    <message>
        <source>next</source>
        <translation>berikutnya</translation>
    </message>
</context>
<context>
    <name>CashScreen</name>
    <message>
        <source>Cash box</source>
        <translation>Kas</translation>
    </message>
    <message>
        <source>Open the box</source>
        <translation>Buka kas</translation>
    </message>
    <message>
        <source>Close the box</source>
        <translation>Tutup kas</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>Kas masuk atau keluar</translation>
    </message>
    <message>
        <source>Enter an expense</source>
        <translation>Catat biaya</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Tutup hari</translation>
    </message>
    <message>
        <source>Nothing was done at this box yet.</source>
        <translation>Belum ada kegiatan pada kas ini.</translation>
    </message>
    <message>
        <source>Acts at the box</source>
        <translation>Kegiatan kas</translation>
    </message>
    <message>
        <source>{key} shows the page of the day; it is printed there.</source>
        <translation>{key} menampilkan halaman hari; di sana dicetak.</translation>
    </message>
    <message>
        <source>Open the cash box</source>
        <translation>Buka kas</translation>
    </message>
    <message>
        <source>Close the cash box</source>
        <translation>Tutup kas</translation>
    </message>
    <message>
        <source>pages of closed days</source>
        <translation>halaman hari yang ditutup</translation>
    </message>
    <message>
        <source>Never counted</source>
        <translation>Belum pernah dihitung</translation>
    </message>
    <message>
        <source>Count what is in the box and open it: from then on cash is paid from it only.</source>
        <translation>Hitung isi kas lalu buka: sejak itu uang tunai hanya dibayar dari kas yang terbuka.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>The box is closed. It is opened with a count before cash is paid.</source>
        <translation>Kas tertutup. Buka dengan hitungan sebelum membayar tunai.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Sudah dihitung</translation>
    </message>
    <message>
        <source>Opened on {day} at {time} by {clerk}, and counted. Close it with that count.</source>
        <translation>Dibuka {day} pukul {time} oleh {clerk}, dan sudah dihitung. Tutup dengan hitungan itu.</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>Terlupa</translation>
    </message>
    <message>
        <source>Opened on {day} at {time} by {clerk} and not closed: count it and close it first.</source>
        <translation>Dibuka {day} pukul {time} oleh {clerk} dan belum ditutup: hitung dan tutup dulu.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Terbuka</translation>
    </message>
    <message>
        <source>Open since {time}, by {clerk}.</source>
        <translation>Terbuka sejak {time}, oleh {clerk}.</translation>
    </message>
    <message>
        <source>The box is closed: open it first.</source>
        <translation>Kas tertutup: buka dulu.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>The cash box is open.</source>
        <translation>Kas terbuka.</translation>
    </message>
    <message>
        <source>The cash box is closed.</source>
        <translation>Kas sudah ditutup.</translation>
    </message>
    <message>
        <source>The cash is booked.</source>
        <translation>Sudah dibukukan.</translation>
    </message>
    <message>
        <source>Last acts at the box</source>
        <translation>Kegiatan kas terakhir</translation>
    </message>
</context>
<context>
    <name>CategoryEdit</name>
    <message>
        <source>There is no such category. Enter adds it.</source>
        <translation>Kategori itu belum ada. Enter menambahkannya.</translation>
    </message>
    <message>
        <source>Fuel, wages, electricity …</source>
        <translation>BBM, upah, listrik …</translation>
    </message>
</context>
<context>
    <name>CategoryForm</name>
    <message>
        <source>Change a category</source>
        <translation>Ubah kategori</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Kategori baru</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Dipakai</translation>
    </message>
    <message>
        <source>Laid aside</source>
        <translation>Tidak dipakai lagi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What was spent under it stays where it is.</source>
        <translation>Biaya yang sudah tercatat tetap di kategori ini.</translation>
    </message>
</context>
<context>
    <name>CentreSection</name>
    <message>
        <source>Saved. New receipts carry it from now on.</source>
        <translation>Tersimpan. Berlaku di bukti mulai sekarang.</translation>
    </message>
</context>
<context>
    <name>ClassForm</name>
    <message>
        <source>Such as schools or groups. Where it has no price of its own, the common one holds.</source>
        <translation>Misalnya sekolah atau kelompok. Tanpa harga sendiri, harga umum yang berlaku.</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>Nama kelas</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>New price class</source>
        <translation>Kelas harga baru</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
</context>
<context>
    <name>ClerkForm</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Printed on every receipt this clerk makes</source>
        <translation>Tercetak di setiap bukti yang dibuat petugas ini</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>4 to 12 digits</source>
        <translation>4 sampai 12 angka</translation>
    </message>
    <message>
        <source>PIN once more</source>
        <translation>Ulangi PIN</translation>
    </message>
    <message>
        <source>A PIN is 4 to 12 digits.</source>
        <translation>PIN terdiri dari 4 sampai 12 angka.</translation>
    </message>
    <message>
        <source>The two PINs differ; type them again.</source>
        <translation>Kedua PIN tidak sama; ketik lagi.</translation>
    </message>
</context>
<context>
    <name>ClockOverlay</name>
    <message>
        <source>Is the clock of this computer right?</source>
        <translation>Apakah jam komputer ini benar?</translation>
    </message>
    <message>
        <source>The days on receipts come from it. The numbers go on in any case; your name is noted with this.</source>
        <translation>Tanggal pada bukti berasal dari jam ini. Nomor bukti tetap berlanjut; nama Anda dicatat bersama jawaban ini.</translation>
    </message>
    <message>
        <source>Newest entry of the book</source>
        <translation>Catatan terbaru di buku</translation>
    </message>
    <message>
        <source>This computer, now</source>
        <translation>Komputer ini, sekarang</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Sudah benar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Quit and set it</source>
        <translation>Keluar dan setel jam</translation>
    </message>
</context>
<context>
    <name>ClosingBar</name>
    <message>
        <source>Close the month</source>
        <translation>Tutup bulan</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Belum</translation>
    </message>
    <message>
        <source>Why, in ten letters or more</source>
        <translation>Sebabnya, paling sedikit sepuluh huruf</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Only a whole month that is over and still open can be closed. PgUp shows the one before.</source>
        <translation>Yang dapat ditutup hanya satu bulan penuh yang sudah lewat dan masih terbuka. PgUp menampilkan bulan sebelumnya.</translation>
    </message>
    <message>
        <source>Close {month}? Its report stays as it is now, and nothing can be booked into it any more; a correction will stand in its own month.</source>
        <translation>Tutup {month}? Laporannya tetap seperti sekarang, dan tidak ada lagi yang dapat dibukukan ke dalamnya; koreksi akan tercatat di bulannya sendiri.</translation>
    </message>
    <message>
        <source>Open {month} again? Its next report will say what changed, and why.</source>
        <translation>Buka kembali {month}? Laporan berikutnya menyebutkan apa yang berubah dan sebabnya.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Buka kembali</translation>
    </message>
    <message>
        <source>Closed on {day} by {staff}: this report stays as it was signed.</source>
        <translation>Ditutup {day} oleh {staff}: laporan ini tetap seperti saat ditandatangani.</translation>
    </message>
    <message>
        <source>Opened again on {day} by {staff}: {reason}. Changed since then: {changes}.</source>
        <translation>Dibuka kembali {day} oleh {staff}: {reason}. Yang berubah sejak itu: {changes}.</translation>
    </message>
    <message>
        <source>Opened again on {day} by {staff}: {reason}. Changed so far: {changes}. {key} closes it anew.</source>
        <translation>Dibuka kembali {day} oleh {staff}: {reason}. Berubah sejauh ini: {changes}. {key} menutupnya lagi.</translation>
    </message>
    <message>
        <source>{month} is closed.</source>
        <translation>{month} sudah ditutup.</translation>
    </message>
    <message>
        <source>{month} is open again.</source>
        <translation>{month} terbuka kembali.</translation>
    </message>
</context>
<context>
    <name>ColumnsPanel</name>
    <message>
        <source>Titles stand on row</source>
        <translation>Judul kolom di baris</translation>
    </message>
    <message>
        <source>Look at every row</source>
        <translation>Periksa setiap baris</translation>
    </message>
    <message>
        <source>The first rows, as they are read</source>
        <translation>Baris-baris pertama, seperti terbaca</translation>
    </message>
    <message>
        <source>{file}, sheet “{sheet}”: {count} columns were recognised. Change what is not right.</source>
        <translation>{file}, lembar “{sheet}”: {count} kolom dikenali. Ubah yang tidak cocok.</translation>
    </message>
    <message>
        <source>Choose the column that holds this.</source>
        <translation>Pilih kolom yang memuat ini.</translation>
    </message>
    <message>
        <source>No column is chosen.</source>
        <translation>Belum ada kolom yang dipilih.</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Baris-baris pertama</translation>
    </message>
</context>
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
    <name>ConfirmBox</name>
    <message>
        <source>Read it out. Enter saves, Esc goes back.</source>
        <translation>Bacakan. Enter menyimpan, Esc kembali.</translation>
    </message>
    <message>
        <source>Correct, save</source>
        <translation>Sudah benar, simpan</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Menyimpan …</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Correct {number}</source>
        <translation>Perbaiki {number}</translation>
    </message>
    <message>
        <source>On to the form</source>
        <translation>Lanjut ke formulir</translation>
    </message>
    <message>
        <source>Reverse {number}</source>
        <translation>Batalkan {number}</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>The cash goes back into the box of {counter}, which is closed: open it there first (F8).</source>
        <translation>Uangnya kembali ke kas {counter}, yang masih tertutup: buka dulu di loket itu (F8).</translation>
    </message>
    <message>
        <source>Cash to be given back</source>
        <translation>Tunai yang dikembalikan</translation>
    </message>
    <message>
        <source>Out of the savings</source>
        <translation>Keluar dari tabungan</translation>
    </message>
    <message>
        <source>Back to the savings</source>
        <translation>Kembali ke tabungan</translation>
    </message>
    <message>
        <source>Into or out of the cash box of</source>
        <translation>Lewat kas loket</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Saldo sesudah</translation>
    </message>
    <message>
        <source>Becomes a debt</source>
        <translation>Menjadi hutang</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Hutang</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Yes, make it a debt</source>
        <translation>Ya, jadikan hutang</translation>
    </message>
</context>
<context>
    <name>CorrectionStrip</name>
    <message>
        <source>another member</source>
        <translation>anggota lain</translation>
    </message>
    <message>
        <source>Correcting {number}: {kind} of {day}, {name}. “{reason}”</source>
        <translation>Memperbaiki {number}: {kind} {day}, {name}. “{reason}”</translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <source>Kind of count</source>
        <translation>Jenis opname</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>Biasa</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>Stok awal</translation>
    </message>
    <message>
        <source>About this count</source>
        <translation>Keterangan opname</translation>
    </message>
    <message>
        <source>Post the count</source>
        <translation>Bukukan opname</translation>
    </message>
    <message>
        <source>Count sheet</source>
        <translation>Lembar hitung</translation>
    </message>
    <message>
        <source>Sheet with the book&apos;s stock</source>
        <translation>Lembar dengan stok buku</translation>
    </message>
    <message>
        <source>COUNTS BEFORE</source>
        <translation>OPNAME SEBELUMNYA</translation>
    </message>
    <message>
        <source>Materials counted</source>
        <translation>Bahan dihitung</translation>
    </message>
    <message>
        <source>Of them differing</source>
        <translation>Yang berbeda</translation>
    </message>
    <message>
        <source>Still without a reason</source>
        <translation>Belum beralasan</translation>
    </message>
    <message>
        <source>From before this book; needs no reasons.</source>
        <translation>Dari sebelum buku ini; tanpa alasan.</translation>
    </message>
    <message>
        <source>Why, and who counted; at least 10 letters.</source>
        <translation>Alasan dan siapa yang menghitung; paling sedikit 10 huruf.</translation>
    </message>
    <message>
        <source>None yet: the first can be the opening stock.</source>
        <translation>Belum ada: yang pertama bisa menjadi stok awal.</translation>
    </message>
    <message>
        <source>{day}  {number}: opening, {counted} materials</source>
        <translation>{day}  {number}: stok awal, {counted} bahan</translation>
    </message>
    <message>
        <source>{day}  {number}: {counted} counted, {differing} differed</source>
        <translation>{day}  {number}: {counted} bahan, {differing} beda</translation>
    </message>
    <message>
        <source>Opening stock at the start of this book</source>
        <translation>Stok awal saat buku ini dimulai</translation>
    </message>
    <message>
        <source>COUNT</source>
        <translation>OPNAME</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Counted</source>
        <translation>Terhitung</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>Sebab selisih</translation>
    </message>
    <message>
        <source>Count first: at least one line, 0 for an empty box.</source>
        <translation>Hitung dulu: isi paling sedikit satu baris, 0 bila kas kosong.</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Esc once more drops the count.</source>
        <translation>Belum tersimpan. Esc sekali lagi membuang hitungan.</translation>
    </message>
    <message>
        <source>Counted at {time} by {clerk}: that count stands, and F10 compares it.</source>
        <translation>Dihitung pukul {time} oleh {clerk}: hitungan itu tetap, F10 membandingkannya.</translation>
    </message>
    <message>
        <source>Expected by the book</source>
        <translation>Menurut buku</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>Post the difference</source>
        <translation>Bukukan selisihnya</translation>
    </message>
    <message>
        <source>Open the box</source>
        <translation>Buka kas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>Open the cash box</source>
        <translation>Buka kas</translation>
    </message>
    <message>
        <source>Close the cash box</source>
        <translation>Tutup kas</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>Count first. What the book expects is shown afterwards, and the count then stays as it is.</source>
        <translation>Hitung dulu. Angka menurut buku tampil sesudahnya, dan hitungan tidak dapat diubah lagi.</translation>
    </message>
</context>
<context>
    <name>CountScreen</name>
    <message>
        <source>Stock count</source>
        <translation>Opname</translation>
    </message>
    <message>
        <source>Nothing was counted yet: type what is there, or 0.</source>
        <translation>Belum ada yang dihitung: ketik jumlahnya, atau 0.</translation>
    </message>
    <message>
        <source>Write the reason, at least {least} letters.</source>
        <translation>Tulis alasannya, paling sedikit {least} huruf.</translation>
    </message>
    <message>
        <source>Not posted yet. Esc once more drops the count, F10 posts it.</source>
        <translation>Belum dibukukan. Esc sekali lagi membuang hitungan, F10 membukukan.</translation>
    </message>
    <message>
        <source>Count sheet</source>
        <translation>Lembar hitung</translation>
    </message>
    <message>
        <source>Count sheet with the book&apos;s stock</source>
        <translation>Lembar hitung dengan stok buku</translation>
    </message>
    <message>
        <source>This material is not counted</source>
        <translation>Bahan ini tidak dihitung</translation>
    </message>
    <message>
        <source>Count this material in another condition</source>
        <translation>Hitung bahan ini dalam kondisi lain</translation>
    </message>
    <message>
        <source>help</source>
        <translation>bantuan</translation>
    </message>
    <message>
        <source>count</source>
        <translation>hitung</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>tidak dihitung</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>kondisi</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>lembar</translation>
    </message>
    <message>
        <source>post</source>
        <translation>bukukan</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>{count} materials  ·  {weight}</source>
        <translation>{count} bahan  ·  {weight}</translation>
    </message>
    <message>
        <source>Say why {material} differs.</source>
        <translation>Tulis mengapa {material} berbeda.</translation>
    </message>
    <message>
        <source>{number} posted: {counted} materials counted, {differing} differed.</source>
        <translation>{number} dibukukan: {counted} bahan dihitung, {differing} berbeda.</translation>
    </message>
    <message>
        <source>What is missing had cost {rupiah}.</source>
        <translation>Nilai yang kurang {rupiah}.</translation>
    </message>
    <message>
        <source>What is too much counts as {rupiah}.</source>
        <translation>Nilai yang lebih {rupiah}.</translation>
    </message>
    <message>
        <source>Stock of {day}</source>
        <translation>Stok {day}</translation>
    </message>
</context>
<context>
    <name>CountSheet</name>
    <message>
        <source>The count sheet is ready: {path}</source>
        <translation>Lembar hitung siap: {path}</translation>
    </message>
</context>
<context>
    <name>CountTable</name>
    <message>
        <source>No materials yet. F5 adds them, Ctrl+I takes in an Excel list.</source>
        <translation>Belum ada bahan. F5 menambah, Ctrl+I mengambil dari Excel.</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Code, name or another name</source>
        <translation>Kode, nama, atau nama lain</translation>
    </message>
    <message>
        <source>Had cost, rupiah per unit</source>
        <translation>Harga modal, rupiah per satuan</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Hitungan</translation>
    </message>
    <message>
        <source>Reason of the difference</source>
        <translation>Alasan selisih</translation>
    </message>
    <message>
        <source>Say why {material} differs.</source>
        <translation>Tulis mengapa {material} berbeda.</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>mengapa?</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>Menurut buku</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>Cost Rp</source>
        <translation>Modal Rp</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
</context>
<context>
    <name>CounterScreen</name>
    <message>
        <source>Nothing was saved at this counter yet.</source>
        <translation>Belum ada yang disimpan di loket ini.</translation>
    </message>
    <message>
        <source>Save or leave what is on the form first, then correct.</source>
        <translation>Simpan atau tinggalkan dulu isi formulirnya, lalu perbaiki.</translation>
    </message>
    <message>
        <source>Enter slips written by hand</source>
        <translation>Catat slip tulisan tangan</translation>
    </message>
    <message>
        <source>It was another member</source>
        <translation>Ternyata anggota lain</translation>
    </message>
    <message>
        <source>paper slips</source>
        <translation>slip kertas</translation>
    </message>
    <message>
        <source>{number} saved. {name}: balance {balance}.</source>
        <translation>{number} tersimpan. Saldo {name}: {balance}.</translation>
    </message>
    <message>
        <source>{number} stands in the place of {old}. {name}: balance {balance}.</source>
        <translation>{number} menggantikan {old}. {name}: saldo {balance}.</translation>
    </message>
    <message>
        <source>What is put right keeps its slip; change the number or the day on it.</source>
        <translation>Yang diperbaiki tetap dengan slipnya; ubah nomor atau tanggalnya bila salah.</translation>
    </message>
    <message>
        <source>{material} has no price on the slip&apos;s day; leave paper mode ({key}) or take the line out.</source>
        <translation>{material} belum punya harga pada tanggal slip; keluar dari mode kertas ({key}) atau hapus barisnya.</translation>
    </message>
    <message>
        <source>The correction is not saved. Esc once more leaves it, and {number} stays as it was.</source>
        <translation>Perbaikan belum tersimpan. Esc sekali lagi meninggalkannya, dan {number} tetap seperti semula.</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>This month against before</source>
        <translation>Bulan ini dibanding sebelumnya</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>Up to {day} of each month</source>
        <translation>Sampai tanggal {day} setiap bulan</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>bulan ini</translation>
    </message>
    <message>
        <source>month before</source>
        <translation>bulan lalu</translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>setahun lalu</translation>
    </message>
    <message>
        <source>Value by material</source>
        <translation>Nilai menurut bahan</translation>
    </message>
    <message>
        <source>Kilos by village</source>
        <translation>Berat menurut desa</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>{count} this month  ·  {weight}  ·  {value}</source>
        <translation>{count} bulan ini  ·  {weight}  ·  {value}</translation>
    </message>
    <message>
        <source>No village</source>
        <translation>Tanpa desa</translation>
    </message>
    <message>
        <source>Top depositors</source>
        <translation>Penyetor teratas</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Numbers, not names; Ctrl+Shift+N shows the names.</source>
        <translation>Nomor, bukan nama; Ctrl+Shift+N menampilkan nama.</translation>
    </message>
    <message>
        <source>With names, until you leave the screen.</source>
        <translation>Dengan nama, sampai layar ini ditinggalkan.</translation>
    </message>
    <message>
        <source>Stock that waits</source>
        <translation>Stok yang menunggu</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} hari</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Gudang</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Banyaknya</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>{cost} lie in the stores</source>
        <translation>{cost} tersimpan di gudang</translation>
    </message>
    <message>
        <source>Price history</source>
        <translation>Riwayat harga</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Sisi</translation>
    </message>
    <message>
        <source>Price Rp</source>
        <translation>Harga Rp</translation>
    </message>
    <message>
        <source>Buy prices are filled, sell prices pale</source>
        <translation>Harga beli berwarna penuh, harga jual pucat</translation>
    </message>
    <message>
        <source>buy</source>
        <translation>beli</translation>
    </message>
    <message>
        <source>sell</source>
        <translation>jual</translation>
    </message>
    <message>
        <source>Value Rp</source>
        <translation>Nilai Rp</translation>
    </message>
</context>
<context>
    <name>DashboardScreen</name>
    <message>
        <source>At a glance</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Material of the price history</source>
        <translation>Bahan untuk riwayat harga</translation>
    </message>
    <message>
        <source>Names of the top depositors</source>
        <translation>Nama penyetor teratas</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>gambar</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabel</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>salin</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>Show or hide the names of the top depositors</source>
        <translation>Tampilkan atau sembunyikan nama penyetor teratas</translation>
    </message>
    <message>
        <source>Deposits today</source>
        <translation>Setoran hari ini</translation>
    </message>
    <message>
        <source>Weight today</source>
        <translation>Berat hari ini</translation>
    </message>
    <message>
        <source>Value today</source>
        <translation>Nilai hari ini</translation>
    </message>
    <message>
        <source>Payouts today</source>
        <translation>Penarikan hari ini</translation>
    </message>
    <message>
        <source>Sales today</source>
        <translation>Penjualan hari ini</translation>
    </message>
    <message>
        <source>Cash in the boxes</source>
        <translation>Uang di kas</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Date of the paper</source>
        <translation>Tanggal nota</translation>
    </message>
    <message>
        <source>today again</source>
        <translation>kembali ke hari ini</translation>
    </message>
</context>
<context>
    <name>DayPanel</name>
    <message>
        <source>Close the day</source>
        <translation>Tutup hari</translation>
    </message>
    <message>
        <source>Print the page</source>
        <translation>Cetak halaman</translation>
    </message>
    <message>
        <source>Close {day}? Nothing can be booked on it or before it any more.</source>
        <translation>Tutup {day}? Sesudah itu tidak ada yang dapat dibukukan pada hari itu atau sebelumnya.</translation>
    </message>
    <message>
        <source>Yes, close it</source>
        <translation>Ya, tutup</translation>
    </message>
    <message>
        <source>Type {word} to close today</source>
        <translation>Ketik {word} untuk menutup hari ini</translation>
    </message>
    <message>
        <source>Type {word}, or press Esc and go on working today.</source>
        <translation>Ketik {word}, atau tekan Esc dan lanjutkan bekerja hari ini.</translation>
    </message>
    <message>
        <source>No day is closed yet.</source>
        <translation>Belum ada hari yang ditutup.</translation>
    </message>
    <message>
        <source>The page of {day} is ready: {path}</source>
        <translation>Halaman {day} siap: {path}</translation>
    </message>
    <message>
        <source>CLOSE</source>
        <translation>TUTUP</translation>
    </message>
    <message>
        <source>{number} was booked at {time}, and it is {now}.</source>
        <translation>{number} baru dibukukan pukul {time}, dan sekarang pukul {now}.</translation>
    </message>
    <message>
        <source>It is {time}.</source>
        <translation>Sekarang pukul {time}.</translation>
    </message>
    <message>
        <source>Close {day}? Then nothing more can be booked today: no deposit and no payout, at any counter.</source>
        <translation>Tutup {day}? Sesudah itu hari ini tidak ada lagi yang dapat dibukukan: tidak ada setoran dan penarikan, di loket mana pun.</translation>
    </message>
    <message>
        <source>Close {day}</source>
        <translation>Tutup {day}</translation>
    </message>
    <message>
        <source>The cash box of {counter} is open: close it first.</source>
        <translation>Kas {counter} masih terbuka: tutup dulu.</translation>
    </message>
    <message>
        <source>The day is closed</source>
        <translation>Hari sudah ditutup</translation>
    </message>
    <message>
        <source>Today is closed. Work goes on tomorrow; Ctrl+P prints the page.</source>
        <translation>Hari ini sudah ditutup. Kerja dilanjutkan besok; Ctrl+P mencetak halamannya.</translation>
    </message>
    <message>
        <source>The page holds all acts of the day, the cash of every counter and the heads of the chains.</source>
        <translation>Halamannya memuat semua kegiatan hari itu, kas setiap loket, dan ujung rantai catatan.</translation>
    </message>
    <message>
        <source>{day} is closed.</source>
        <translation>{day} sudah ditutup.</translation>
    </message>
    <message>
        <source>Page of {day}</source>
        <translation>Halaman {day}</translation>
    </message>
    <message>
        <source>Booked to earlier days: {kind}  ·  {count}</source>
        <translation>Dibukukan ke hari lalu: {kind}  ·  {count}</translation>
    </message>
    <message>
        <source>Cash {counter}: in {income}, out {outgo}, difference {difference}</source>
        <translation>Kas {counter}: masuk {income}, keluar {outgo}, selisih {difference}</translation>
    </message>
    <message>
        <source>Numbers lost to a restore: {numbers}</source>
        <translation>Nomor hilang saat pemulihan: {numbers}</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
</context>
<context>
    <name>DebtStrip</name>
    <message>
        <source>Repay the debt</source>
        <translation>Lunasi hutang</translation>
    </message>
    <message>
        <source>Owes {debt}. {held} of the savings is held back; at most {most} can be paid out.</source>
        <translation>Hutang {debt}. Dari tabungan {held} ditahan; paling banyak {most} dapat ditarik.</translation>
    </message>
</context>
<context>
    <name>Debts</name>
    <message>
        <source>{amount} was paid out already: make it a debt of the member?</source>
        <translation>{amount} sudah diambil: jadikan hutang anggota?</translation>
    </message>
    <message>
        <source>Make {amount} a debt of the member</source>
        <translation>Jadikan {amount} hutang anggota</translation>
    </message>
    <message>
        <source>Owes {amount}</source>
        <translation>Hutang {amount}</translation>
    </message>
</context>
<context>
    <name>DepositDrafts</name>
    <message>
        <source>An unfinished deposit of {time} by {clerk}: {member}, {count} lines.</source>
        <translation>Ada setoran yang belum selesai dari {time} oleh {clerk}: {member}, {count} baris.</translation>
    </message>
    <message>
        <source>An unfinished correction of {number}, {time} by {clerk}: {member}, {count} lines.</source>
        <translation>Perbaikan {number} belum selesai, dari {time} oleh {clerk}: {member}, {count} baris.</translation>
    </message>
    <message>
        <source>A material that was weighed in is no longer known; its line is gone.</source>
        <translation>Bahan yang sudah ditimbang tidak dikenal lagi; barisnya tidak ikut.</translation>
    </message>
</context>
<context>
    <name>DepositScreen</name>
    <message>
        <source>Deposit</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Esc once more drops the lines typed.</source>
        <translation>Belum disimpan. Tekan Esc sekali lagi untuk membuang yang sudah diketik.</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>Cara bayar</translation>
    </message>
    <message>
        <source>Tare and deduction</source>
        <translation>Tara dan potongan</translation>
    </message>
    <message>
        <source>Into the list of lines</source>
        <translation>Ke daftar barang</translation>
    </message>
    <message>
        <source>Take a line out</source>
        <translation>Keluarkan satu barang</translation>
    </message>
    <message>
        <source>Put the line back</source>
        <translation>Kembalikan barang</translation>
    </message>
    <message>
        <source>A material weighed in is no longer on the list. Del in the list takes its line out.</source>
        <translation>Barang yang sudah ditimbang tidak ada lagi di daftar. Del pada barisnya mengeluarkannya.</translation>
    </message>
    <message>
        <source>{material} taken out. Ctrl+Z puts it back.</source>
        <translation>{material} dihapus. Ctrl+Z mengembalikannya.</translation>
    </message>
    <message>
        <source>The line is back.</source>
        <translation>Baris itu sudah kembali.</translation>
    </message>
    <message>
        <source>Choose the member first.</source>
        <translation>Pilih anggotanya dahulu.</translation>
    </message>
</context>
<context>
    <name>DisposalEntry</name>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>jumlah</translation>
    </message>
    <message>
        <source>Residue stands first. Enter in the empty field goes on.</source>
        <translation>Residu disebut lebih dulu. Enter pada isian kosong melanjutkan.</translation>
    </message>
    <message>
        <source>Only {left} lie in the store.</source>
        <translation>Di gudang hanya ada {left}.</translation>
    </message>
    <message>
        <source>{left} in the store  ·  {cost} is written off</source>
        <translation>{left} di gudang  ·  nilai {cost} dihapus</translation>
    </message>
    <message>
        <source>{left} in the store</source>
        <translation>{left} di gudang</translation>
    </message>
</context>
<context>
    <name>DisposalLines</name>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Written off Rp</source>
        <translation>Nilai dihapus Rp</translation>
    </message>
    <message>
        <source>Type what is taken away, Enter, its quantity, Enter.</source>
        <translation>Ketik yang dibawa, Enter, jumlahnya, Enter.</translation>
    </message>
    <message>
        <source>Goods for the landfill</source>
        <translation>Barang ke TPA</translation>
    </message>
    <message>
        <source>{short} too much  ·  {material}</source>
        <translation>kurang {short}  ·  {material}</translation>
    </message>
</context>
<context>
    <name>DisposalPanel</name>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>To the landfill</source>
        <translation>Residu ke TPA</translation>
    </message>
    <message>
        <source>Name of the landfill</source>
        <translation>Nama TPA</translation>
    </message>
    <message>
        <source>Landfill</source>
        <translation>TPA tujuan</translation>
    </message>
    <message>
        <source>Pieces and litres beside it</source>
        <translation>Termasuk pcs dan liter</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Dihapus dari nilai stok</translation>
    </message>
    <message>
        <source>, {cost} is written off</source>
        <translation>, nilai {cost} dihapus</translation>
    </message>
</context>
<context>
    <name>DisposalScreen</name>
    <message>
        <source>Residue to the landfill</source>
        <translation>Residu ke TPA</translation>
    </message>
    <message>
        <source>{number} saved. {landfill}: {weight}.</source>
        <translation>{number} tersimpan. {landfill}: {weight}.</translation>
    </message>
</context>
<context>
    <name>DraftStrip</name>
    <message>
        <source>go on</source>
        <translation>lanjutkan</translation>
    </message>
    <message>
        <source>throw away</source>
        <translation>buang</translation>
    </message>
</context>
<context>
    <name>DueEdit</name>
    <message>
        <source>Type a day to come, for example 30, 30/12 or +14.</source>
        <translation>Ketik hari yang akan datang, misalnya 30, 30/12, atau +14.</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Not saved yet. Esc once more throws it away, F10 saves it.</source>
        <translation>Belum disimpan. Esc sekali lagi membuangnya, F10 menyimpan.</translation>
    </message>
    <message>
        <source>This form is not saved yet: F10 saves it, Esc leaves it.</source>
        <translation>Formulir ini belum disimpan: F10 menyimpan, Esc meninggalkan.</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Tare, deduction</source>
        <translation>Tara, potongan</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Tare</source>
        <translation>Tara</translation>
    </message>
    <message>
        <source>Deduction</source>
        <translation>Potongan</translation>
    </message>
    <message>
        <source>Reason for the deduction</source>
        <translation>Alasan potongan</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>berat</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Choose a material first.</source>
        <translation>Pilih bahannya dahulu.</translation>
    </message>
    <message>
        <source>Enter in the empty field goes on to the payment.</source>
        <translation>Sudah semua? Enter di kolom kosong: ke pembayaran.</translation>
    </message>
    <message>
        <source>no price today</source>
        <translation>Belum ada harga hari ini.</translation>
    </message>
    <message>
        <source>yesterday {price}</source>
        <translation>kemarin {price}</translation>
    </message>
    <message>
        <source>Gross weight</source>
        <translation>Berat kotor (bruto)</translation>
    </message>
</context>
<context>
    <name>EstimateForm</name>
    <message>
        <source>Name and version stand beside every figure. Months already closed keep theirs.</source>
        <translation>Nama dan versinya tertulis di samping setiap angka. Bulan yang sudah ditutup tetap memakai yang lama.</translation>
    </message>
    <message>
        <source>Waste of the regency (tonnes a year)</source>
        <translation>Timbulan sampah kabupaten (ton setahun)</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>Boleh kosong</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Menurut</translation>
    </message>
    <message>
        <source>Such as SIPSN 2025</source>
        <translation>Misalnya SIPSN 2025</translation>
    </message>
    <message>
        <source>Emission factors of the reports</source>
        <translation>Faktor emisi laporan</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>berubah</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>periksa</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>empty row</source>
        <translation>baris kosong</translation>
    </message>
    <message>
        <source>a total, no row of its own</source>
        <translation>baris jumlah</translation>
    </message>
    <message>
        <source>the column titles again</source>
        <translation>judul kolom terulang</translation>
    </message>
    <message>
        <source>title of a group: {name}</source>
        <translation>judul kelompok: {name}</translation>
    </message>
    <message>
        <source>same price as in force</source>
        <translation>harga sama dengan yang berlaku</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>nama kosong</translation>
    </message>
    <message>
        <source>{field} has more than {limit} letters</source>
        <translation>{field} lebih dari {limit} huruf</translation>
    </message>
    <message>
        <source>passbook {number} stands on row {row} already</source>
        <translation>nomor buku {number} sudah ada di baris {row}</translation>
    </message>
    <message>
        <source>passbook {number} belongs to member {member}</source>
        <translation>nomor buku {number} milik anggota {member}</translation>
    </message>
    <message>
        <source>code {code} stands on row {row} already</source>
        <translation>kode {code} sudah ada di baris {row}</translation>
    </message>
    <message>
        <source>price cannot be read: {text}</source>
        <translation>harga tidak terbaca: {text}</translation>
    </message>
    <message>
        <source>unknown unit: {text}</source>
        <translation>satuan tidak dikenal: {text}</translation>
    </message>
    <message>
        <source>unit {unit}, but {book_unit} in the book</source>
        <translation>satuan {unit}, padahal {book_unit} di buku</translation>
    </message>
    <message>
        <source>much like row {row}</source>
        <translation>mirip baris {row}</translation>
    </message>
    <message>
        <source>much like member {number} {name}</source>
        <translation>mirip anggota {number} {name}</translation>
    </message>
    <message>
        <source>unknown village {village}; left empty</source>
        <translation>desa {village} tidak dikenal; dikosongkan</translation>
    </message>
    <message>
        <source>village {village} is not on the list, perhaps {suggestion}; left empty</source>
        <translation>desa {village} tidak ada di daftar, mungkin {suggestion}; dikosongkan</translation>
    </message>
    <message>
        <source>village {village} stands in several districts ({districts}); left empty</source>
        <translation>desa {village} ada di beberapa kecamatan ({districts}); dikosongkan</translation>
    </message>
    <message>
        <source>gender cannot be read: {text}</source>
        <translation>jenis kelamin tidak terbaca: {text}</translation>
    </message>
    <message>
        <source>unknown kind of member: {text}</source>
        <translation>jenis anggota tidak dikenal: {text}</translation>
    </message>
    <message>
        <source>day cannot be read: {text}</source>
        <translation>tanggal tidak terbaca: {text}</translation>
    </message>
    <message>
        <source>address too long, cut: {text}</source>
        <translation>alamat terlalu panjang, dipotong: {text}</translation>
    </message>
    <message>
        <source>balance cannot be read: {text}</source>
        <translation>saldo tidak terbaca: {text}</translation>
    </message>
    <message>
        <source>taken in by an earlier import already</source>
        <translation>sudah masuk lewat impor sebelumnya</translation>
    </message>
    <message>
        <source>without a balance</source>
        <translation>tanpa saldo</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>tanggal kosong</translation>
    </message>
    <message>
        <source>day cannot be read: {text}; write it like 21/02/2024</source>
        <translation>tanggal tidak terbaca: {text}; tulis seperti 21/02/2024</translation>
    </message>
    <message>
        <source>the day {text} is still to come</source>
        <translation>tanggal {text} belum tiba</translation>
    </message>
    <message>
        <source>the day {text} is of a closed month</source>
        <translation>tanggal {text} di bulan yang sudah ditutup</translation>
    </message>
    <message>
        <source>no member</source>
        <translation>anggota kosong</translation>
    </message>
    <message>
        <source>member {name} is not in the book</source>
        <translation>anggota {name} tidak ada di buku</translation>
    </message>
    <message>
        <source>{count} members are called {name}; fill in the number</source>
        <translation>ada {count} anggota bernama {name}; isi nomornya</translation>
    </message>
    <message>
        <source>no material</source>
        <translation>bahan kosong</translation>
    </message>
    <message>
        <source>material {name} is not in the book</source>
        <translation>bahan {name} tidak ada di buku</translation>
    </message>
    <message>
        <source>{count} materials go by {name}; fill in the code</source>
        <translation>ada {count} bahan dengan sebutan {name}; isi kodenya</translation>
    </message>
    <message>
        <source>quantity cannot be read: {text}</source>
        <translation>jumlah tidak terbaca: {text}</translation>
    </message>
    <message>
        <source>{text}, but this material is counted by {unit}</source>
        <translation>{text}, padahal bahan ini dihitung per {unit}</translation>
    </message>
    <message>
        <source>neither a price nor a total</source>
        <translation>harga dan totalnya kosong</translation>
    </message>
    <message>
        <source>rupiah cannot be read: {text}</source>
        <translation>rupiah tidak terbaca: {text}</translation>
    </message>
    <message>
        <source>unknown way to pay: {text}; write tabung, tunai or sedekah</source>
        <translation>cara bayar tidak dikenal: {text}; tulis tabung, tunai, atau sedekah</translation>
    </message>
    <message>
        <source>a donation has no value, but {rupiah} is stated</source>
        <translation>sedekah tidak bernilai, padahal tertulis {rupiah}</translation>
    </message>
    <message>
        <source>the balance of this member stands on row {row} already</source>
        <translation>saldo anggota ini sudah ada di baris {row}</translation>
    </message>
    <message>
        <source>total {rupiah}, but quantity × price is {computed_rupiah}; the total is kept</source>
        <translation>total {rupiah}, padahal jumlah × harga {computed_rupiah}; totalnya yang dipakai</translation>
    </message>
    <message>
        <source>{text} read as {quantity}</source>
        <translation>{text} dibaca {quantity}</translation>
    </message>
    <message>
        <source>day or member from the row above</source>
        <translation>tanggal atau anggota dari baris di atasnya</translation>
    </message>
    <message>
        <source>new member: {name}</source>
        <translation>anggota baru: {name}</translation>
    </message>
    <message>
        <source>new material: {name} (by {unit})</source>
        <translation>bahan baru: {name} (per {unit})</translation>
    </message>
    <message>
        <source>{before_rupiah} in the book, becomes {rupiah}</source>
        <translation>di buku {before_rupiah}, menjadi {rupiah}</translation>
    </message>
    <message>
        <source>balance {rupiah} is not what debit and credit give ({computed_rupiah})</source>
        <translation>saldo {rupiah} tidak cocok dengan debit dan kredit ({computed_rupiah})</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Materials and prices</source>
        <translation>Bahan dan harga</translation>
    </message>
    <message>
        <source>Old deposits</source>
        <translation>Setoran lama</translation>
    </message>
    <message>
        <source>Opening balances</source>
        <translation>Saldo awal</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>Stok awal</translation>
    </message>
    <message>
        <source>Old sales</source>
        <translation>Penjualan lama</translation>
    </message>
    <message>
        <source>Old cash flow</source>
        <translation>Arus kas lama</translation>
    </message>
    <message>
        <source>Needed: the name. Also read: passbook number, village, RT/RW, phone, gender …</source>
        <translation>Perlu: nama. Dibaca juga: nomor buku, desa, RT/RW, HP, jenis kelamin …</translation>
    </message>
    <message>
        <source>Needed: the name. Also read: code, unit, category, buy and sell price …</source>
        <translation>Perlu: nama. Dibaca juga: kode, satuan, kategori, harga beli dan jual …</translation>
    </message>
    <message>
        <source>Needed: day, member, material, quantity, and price or total.</source>
        <translation>Perlu: tanggal, anggota, bahan, jumlah, dan harga atau total.</translation>
    </message>
    <message>
        <source>Needed: member and balance. Also read: the day of the balance.</source>
        <translation>Perlu: anggota dan saldo. Dibaca juga: tanggal saldo.</translation>
    </message>
    <message>
        <source>Needed: material or its code, and quantity. Once only, and not to be undone.</source>
        <translation>Wajib: bahan atau kodenya, dan jumlah. Sekali saja, dan tidak dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Needed: day, buyer, material, quantity, and price or total. The old deposits come in first.</source>
        <translation>Perlu: tanggal, pembeli, bahan, jumlah, dan harga atau total. Setoran lamanya dimasukkan dulu.</translation>
    </message>
    <message>
        <source>Needed: day, what for, in or out. Also read: category. Old deposits and sales come in first.</source>
        <translation>Perlu: tanggal, keterangan, masuk atau keluar. Dibaca juga: kategori. Setoran dan penjualan lama masuk lebih dulu.</translation>
    </message>
    <message>
        <source>a formula without a result: {text}; mend it in Excel and save the file</source>
        <translation>hasil rumus tidak ada: {text}; perbaiki di Excel lalu simpan</translation>
    </message>
    <message>
        <source>balance {rupiah} is not taken in</source>
        <translation>saldo {rupiah} tidak ikut dimasukkan</translation>
    </message>
    <message>
        <source>{name} stands on row {row} already; called {new_name}</source>
        <translation>{name} sudah ada di baris {row}; dinamai {new_name}</translation>
    </message>
    <message>
        <source>{name} is the name of code {code}; called {new_name}</source>
        <translation>{name} sudah dipakai kode {code}; dinamai {new_name}</translation>
    </message>
    <message>
        <source>called {book_name} in the book, not {name}; the book&apos;s name stays</source>
        <translation>di buku bernama {book_name}, bukan {name}; nama buku tetap</translation>
    </message>
    <message>
        <source>without a price</source>
        <translation>tanpa harga</translation>
    </message>
    <message>
        <source>buy price {rupiah} above the sell price {sell_rupiah}</source>
        <translation>harga beli {rupiah} di atas harga jual {sell_rupiah}</translation>
    </message>
    <message>
        <source>the price jumps from {before_rupiah} to {rupiah}</source>
        <translation>harga melompat dari {before_rupiah} ke {rupiah}</translation>
    </message>
    <message>
        <source>price {text} read as {rupiah}</source>
        <translation>harga {text} dibaca {rupiah}</translation>
    </message>
    <message>
        <source>several prices in one row: {text}</source>
        <translation>beberapa harga dalam satu baris: {text}</translation>
    </message>
    <message>
        <source>several goods in one row</source>
        <translation>beberapa barang dalam satu baris</translation>
    </message>
    <message>
        <source>without a quantity</source>
        <translation>tanpa jumlah</translation>
    </message>
    <message>
        <source>the store was counted before; the opening stock comes first</source>
        <translation>gudang sudah pernah dihitung; stok awal hanya dari hitungan pertama</translation>
    </message>
    <message>
        <source>this material stands on row {row} already; add them up first</source>
        <translation>bahan ini sudah ada di baris {row}; jumlahkan dulu</translation>
    </message>
    <message>
        <source>{before} in the book, becomes {quantity}</source>
        <translation>di buku {before}, menjadi {quantity}</translation>
    </message>
    <message>
        <source>number {number} belongs to {book_name}, not to {name}</source>
        <translation>nomor {number} milik {book_name}, bukan {name}</translation>
    </message>
    <message>
        <source>number {number} is not in the book; {name} is taken</source>
        <translation>nomor {number} tidak ada di buku; dipakai {name}</translation>
    </message>
    <message>
        <source>number {number} is called {book_name} in the book, {name} here</source>
        <translation>nomor {number} di buku bernama {book_name}, di sini {name}</translation>
    </message>
    <message>
        <source>code {code} belongs to {book_name}, not to {name}</source>
        <translation>kode {code} milik {book_name}, bukan {name}</translation>
    </message>
    <message>
        <source>the opening balance of {day} holds this already; write tunai, or undo that import</source>
        <translation>saldo awal per {day} sudah memuat ini; tulis tunai, atau batalkan impor saldonya</translation>
    </message>
    <message>
        <source>this member has entries of a counter on {day}; state the balance of a day before or after it</source>
        <translation>anggota ini punya catatan di loket pada {day}; tulis saldo per tanggal sebelum atau sesudahnya</translation>
    </message>
    <message>
        <source>the balance would be below zero: {rupiah}</source>
        <translation>saldo menjadi di bawah nol: {rupiah}</translation>
    </message>
    <message>
        <source>no buyer</source>
        <translation>pembeli kosong</translation>
    </message>
    <message>
        <source>buyer {name} is not in the book</source>
        <translation>pembeli {name} tidak ada di buku</translation>
    </message>
    <message>
        <source>{count} buyers are called {name}; write it as the book does</source>
        <translation>ada {count} pembeli bernama {name}; tulis persis seperti di buku</translation>
    </message>
    <message>
        <source>unknown way to pay: {text}; write tunai, bank or tempo</source>
        <translation>cara bayar tidak dikenal: {text}; tulis tunai, bank, atau tempo</translation>
    </message>
    <message>
        <source>only {there} of {name} lay in the store on {day}; take in the old deposits first</source>
        <translation>stok {name} per {day} hanya {there}; masukkan dulu setoran lamanya</translation>
    </message>
    <message>
        <source>new buyer: {name}</source>
        <translation>pembeli baru: {name}</translation>
    </message>
    <message>
        <source>day or buyer from the row above</source>
        <translation>tanggal atau pembeli dari baris di atasnya</translation>
    </message>
    <message>
        <source>its money is in the book already: {number}</source>
        <translation>uangnya sudah ada di buku: {number}</translation>
    </message>
    <message>
        <source>{number} is {book_rupiah} in the book, {rupiah} here</source>
        <translation>{number} di buku {book_rupiah}, di sini {rupiah}</translation>
    </message>
    <message>
        <source>neither in nor out</source>
        <translation>masuk dan keluar kosong</translation>
    </message>
    <message>
        <source>both in and out; write two rows</source>
        <translation>masuk dan keluar terisi; tulis di dua baris</translation>
    </message>
    <message>
        <source>not said what for</source>
        <translation>keterangan kosong</translation>
    </message>
    <message>
        <source>new category of expenses: {name}</source>
        <translation>kategori biaya baru: {name}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Passbook number</source>
        <translation>Nomor buku</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa/kelurahan</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>RT/RW</source>
        <translation>RT/RW</translation>
    </message>
    <message>
        <source>RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>RW</source>
        <translation>RW</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Dusun</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Nomor HP</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Golongan</translation>
    </message>
    <message>
        <source>Kind of member</source>
        <translation>Jenis anggota</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>Tanggal daftar</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Category of DLH</source>
        <translation>Kategori DLH</translation>
    </message>
    <message>
        <source>Category of SIPSN</source>
        <translation>Kategori SIPSN</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Nama lain</translation>
    </message>
    <message>
        <source>Buy price</source>
        <translation>Harga beli</translation>
    </message>
    <message>
        <source>Buy price, dirty</source>
        <translation>Harga beli kotor</translation>
    </message>
    <message>
        <source>Buy price, wet</source>
        <translation>Harga beli basah</translation>
    </message>
    <message>
        <source>Buy price, mixed</source>
        <translation>Harga beli campur</translation>
    </message>
    <message>
        <source>Sell price</source>
        <translation>Harga jual</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Old receipt number</source>
        <translation>No. bukti lama</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>No. anggota</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Pembeli</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Had cost per unit</source>
        <translation>Harga modal per satuan</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Paid how</source>
        <translation>Cara bayar</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Buy price ({member_class})</source>
        <translation>Harga beli ({member_class})</translation>
    </message>
</context>
<context>
    <name>ExpenseForm</name>
    <message>
        <source>New expense</source>
        <translation>Biaya baru</translation>
    </message>
    <message>
        <source>Paid from</source>
        <translation>Dibayar dari</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Something new: type it, Enter adds it.</source>
        <translation>Yang baru: ketik, Enter menambahkannya.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Untuk apa</translation>
    </message>
    <message>
        <source>For example: diesel for the shredder</source>
        <translation>Misalnya: solar mesin cacah</translation>
    </message>
    <message>
        <source>Date of the paper</source>
        <translation>Tanggal nota</translation>
    </message>
    <message>
        <source>Number on its paper</source>
        <translation>Nomor pada nota</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>Boleh kosong.</translation>
    </message>
</context>
<context>
    <name>Expenses</name>
    <message>
        <source>Cash box</source>
        <translation>Kas</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>Pengurus</translation>
    </message>
</context>
<context>
    <name>ExpensesScreen</name>
    <message>
        <source>Expenses</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Which expenses</source>
        <translation>Biaya yang mana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Nothing was spent here. The form at the right takes an expense, PgUp shows the month before.</source>
        <translation>Belum ada biaya di sini. Isi formulir di kanan, PgUp menampilkan bulan sebelumnya.</translation>
    </message>
    <message>
        <source>Choose an expense first.</source>
        <translation>Pilih biayanya dulu.</translation>
    </message>
    <message>
        <source>New category of expenses</source>
        <translation>Kategori biaya baru</translation>
    </message>
    <message>
        <source>Change the category chosen</source>
        <translation>Ubah kategori yang dipilih</translation>
    </message>
    <message>
        <source>Reverse the expense chosen</source>
        <translation>Batalkan biaya yang dipilih</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategori</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>batalkan</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>bukti</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>month before</source>
        <translation>bulan sebelumnya</translation>
    </message>
    <message>
        <source>month after</source>
        <translation>bulan sesudahnya</translation>
    </message>
    <message>
        <source>{count} expenses  ·  {total}</source>
        <translation>{count} biaya  ·  {total}</translation>
    </message>
    <message>
        <source>all days</source>
        <translation>semua hari</translation>
    </message>
    <message>
        <source>{number} saved: {what}.</source>
        <translation>{number} tersimpan: {what}.</translation>
    </message>
    <message>
        <source>Choose a category first, in the form or in the list.</source>
        <translation>Pilih kategorinya dulu, di formulir atau di daftar.</translation>
    </message>
    <message>
        <source>{number} was reversed already by {other}.</source>
        <translation>{number} sudah dibatalkan oleh {other}.</translation>
    </message>
    <message>
        <source>Expense {day}  ·  {category}</source>
        <translation>Biaya {day}  ·  {category}</translation>
    </message>
    <message>
        <source>Paid from</source>
        <translation>Dibayar dari</translation>
    </message>
    <message>
        <source>{number} saved: {undone} is reversed.</source>
        <translation>{number} tersimpan: {undone} dibatalkan.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Untuk apa</translation>
    </message>
    <message>
        <source>Its paper</source>
        <translation>No. nota</translation>
    </message>
    <message>
        <source>Amount Rp</source>
        <translation>Jumlah Rp</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>Expenses, {which}</source>
        <translation>Biaya, {which}</translation>
    </message>
    <message>
        <source>{count} rows copied.</source>
        <translation>{count} baris disalin.</translation>
    </message>
</context>
<context>
    <name>FatesPanel</name>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Semua baris</translation>
    </message>
    <message>
        <source>Only problems</source>
        <translation>Hanya masalah</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Row of the list</source>
        <translation>Isi baris</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>No row with a problem.</source>
        <translation>Tidak ada baris bermasalah.</translation>
    </message>
    <message>
        <source>Every row of the list</source>
        <translation>Setiap baris daftar</translation>
    </message>
    <message>
        <source>Make them</source>
        <translation>Buatkan</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Masukkan</translation>
    </message>
    <message>
        <source>{file}: {total} rows, nothing is written yet</source>
        <translation>{file}: {total} baris, belum ada yang ditulis</translation>
    </message>
    <message>
        <source>{file}: {total} rows, nothing is written yet. New classes: {classes}</source>
        <translation>{file}: {total} baris, belum ada yang ditulis. Golongan baru: {classes}</translation>
    </message>
    <message>
        <source>Take in {count} rows</source>
        <translation>Masukkan {count} baris</translation>
    </message>
    <message>
        <source>{count} rows are refused, so none is taken. Make what is missing, or mend the file.</source>
        <translation>{count} baris ditolak, jadi tidak ada yang dimasukkan. Buatkan yang belum ada, atau perbaiki berkasnya.</translation>
    </message>
    <message>
        <source>{count} rows are refused, so none is taken. Mend them in the file and open it again.</source>
        <translation>{count} baris ditolak, jadi tidak satu pun dimasukkan. Perbaiki di berkasnya lalu buka lagi.</translation>
    </message>
    <message>
        <source>There is nothing to take in.</source>
        <translation>Tidak ada yang dapat dimasukkan.</translation>
    </message>
    <message>
        <source>Once only, and not to be undone: a wrong quantity is answered by the next count.</source>
        <translation>Sekali saja dan tidak dapat dibatalkan: jumlah yang salah diperbaiki dengan opname.</translation>
    </message>
    <message>
        <source>All rows or none. Nothing can be saved at the counter until they are in: choose a quiet hour.</source>
        <translation>Semua baris atau tidak sama sekali. Selama itu loket tidak bisa menyimpan: pilih waktu sepi.</translation>
    </message>
    <message>
        <source>All rows or none: if anything fails, the book stays as it is.</source>
        <translation>Semua atau tidak sama sekali: bila gagal, buku tetap seperti semula.</translation>
    </message>
    <message>
        <source>Will be made: {missing}</source>
        <translation>Akan dibuat: {missing}</translation>
    </message>
    <message>
        <source>Not in the book: {missing}</source>
        <translation>Belum ada di buku: {missing}</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 anggota</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} anggota</translation>
    </message>
    <message>
        <source>1 material</source>
        <translation>1 bahan</translation>
    </message>
    <message>
        <source>{count} materials</source>
        <translation>{count} bahan</translation>
    </message>
    <message>
        <source>1 buyer</source>
        <translation>1 pembeli</translation>
    </message>
    <message>
        <source>{count} buyers</source>
        <translation>{count} pembeli</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Monthly form of DLH</source>
        <translation>Laporan bulanan DLH</translation>
    </message>
    <message>
        <source>What came in and is managed, by the eight categories</source>
        <translation>Sampah masuk dan terkelola menurut delapan kategori</translation>
    </message>
    <message>
        <source>Sheets of SIPSN</source>
        <translation>Lembar SIPSN</translation>
    </message>
    <message>
        <source>Nine compositions, seven sources, the columns A to E</source>
        <translation>Sembilan komposisi, tujuh sumber, kolom A sampai E</translation>
    </message>
    <message>
        <source>Recap of days</source>
        <translation>Rekap harian</translation>
    </message>
    <message>
        <source>Materials across depositors, a sheet for each day</source>
        <translation>Bahan menurut penyetor, satu lembar setiap hari</translation>
    </message>
    <message>
        <source>Recap of goods</source>
        <translation>Rekap sampah masuk</translation>
    </message>
    <message>
        <source>Materials by how they were paid: saved, cash, given</source>
        <translation>Bahan menurut cara bayar: tabung, tunai, sedekah</translation>
    </message>
    <message>
        <source>Recap of sales</source>
        <translation>Rekap penjualan</translation>
    </message>
    <message>
        <source>By material, by buyer, and line by line</source>
        <translation>Menurut bahan, pembeli, dan baris demi baris</translation>
    </message>
    <message>
        <source>Recap of members</source>
        <translation>Rekap nasabah</translation>
    </message>
    <message>
        <source>Opening, out, in and closing of everybody&apos;s savings</source>
        <translation>Saldo awal, debit, kredit, dan saldo akhir semua anggota</translation>
    </message>
    <message>
        <source>Cross tables</source>
        <translation>Tabel silang</translation>
    </message>
    <message>
        <source>Materials across members, days and villages</source>
        <translation>Bahan menurut anggota, hari, dan desa</translation>
    </message>
    <message>
        <source>List of those present</source>
        <translation>Daftar hadir penyetor</translation>
    </message>
    <message>
        <source>Who brought something on which day, to be signed</source>
        <translation>Siapa menyetor pada hari apa, untuk ditandatangani</translation>
    </message>
    <message>
        <source>Evidence of the innovation</source>
        <translation>Bukti dukung inovasi</translation>
    </message>
    <message>
        <source>Who benefits, how fast the service is, month by month</source>
        <translation>Penerima manfaat, lama layanan, bulan demi bulan</translation>
    </message>
    <message>
        <source>Cover letter</source>
        <translation>Surat pengantar</translation>
    </message>
    <message>
        <source>To the head of the office, with the list of what is enclosed</source>
        <translation>Kepada kepala dinas, dengan daftar lampiran</translation>
    </message>
</context>
<context>
    <name>FilesScreen</name>
    <message>
        <source>Files for the environment office</source>
        <translation>Berkas untuk Dinas Lingkungan Hidup</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>What it tells</source>
        <translation>Isinya</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>All files {period}</source>
        <translation>Semua berkas {period}</translation>
    </message>
    <message>
        <source>Make all files</source>
        <translation>Buat semua berkas</translation>
    </message>
    <message>
        <source>Open data without any person</source>
        <translation>Data terbuka tanpa data pribadi</translation>
    </message>
    <message>
        <source>period</source>
        <translation>periode</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>jenis</translation>
    </message>
    <message>
        <source>make and open</source>
        <translation>buat dan buka</translation>
    </message>
    <message>
        <source>all</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>Open data {period}</source>
        <translation>Data terbuka {period}</translation>
    </message>
    <message>
        <source>Ready: {path}</source>
        <translation>Siap: {path}</translation>
    </message>
    <message>
        <source>Stopped: {title}. What was made before stays.</source>
        <translation>Dihentikan: {title}. Yang sudah jadi tetap ada.</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Data terbuka</translation>
    </message>
    <message>
        <source>Open data holds no names; what rests on fewer than five members is left out.</source>
        <translation>Data terbuka tidak memuat nama; angka dari kurang dari lima anggota tidak diterbitkan.</translation>
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
    <name>Finance</name>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Cash {counter}</source>
        <translation>Kas {counter}</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>bank</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>pengurus</translation>
    </message>
    <message>
        <source>Net profit</source>
        <translation>Laba bersih</translation>
    </message>
    <message>
        <source>Net loss</source>
        <translation>Rugi bersih</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>Cost of the goods sold</source>
        <translation>Harga pokok barang terjual</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Laba kotor</translation>
    </message>
    <message>
        <source>Goods lost and count differences</source>
        <translation>Penyusutan dan selisih stok</translation>
    </message>
    <message>
        <source>Cash differences</source>
        <translation>Selisih kas</translation>
    </message>
    <message>
        <source>All expenses</source>
        <translation>Jumlah biaya</translation>
    </message>
    <message>
        <source>Owed by {buyer}</source>
        <translation>Piutang {buyer}</translation>
    </message>
    <message>
        <source>Goods in store, at cost</source>
        <translation>Persediaan barang (nilai perolehan)</translation>
    </message>
    <message>
        <source>Owed by members</source>
        <translation>Piutang anggota</translation>
    </message>
    <message>
        <source>All assets</source>
        <translation>Jumlah aset</translation>
    </message>
    <message>
        <source>Savings of the members</source>
        <translation>Tabungan anggota</translation>
    </message>
    <message>
        <source>Put in by the centre</source>
        <translation>Modal pengurus</translation>
    </message>
    <message>
        <source>From before this book</source>
        <translation>Saldo awal dari buku lama</translation>
    </message>
    <message>
        <source>Result until that day</source>
        <translation>Hasil usaha sampai hari itu</translation>
    </message>
    <message>
        <source>All liabilities and equity</source>
        <translation>Jumlah kewajiban dan ekuitas</translation>
    </message>
</context>
<context>
    <name>FinanceScreen</name>
    <message>
        <source>Money</source>
        <translation>Keuangan</translation>
    </message>
    <message>
        <source>Which report</source>
        <translation>Laporan yang mana</translation>
    </message>
    <message>
        <source>Profit and balance</source>
        <translation>Laba rugi dan neraca</translation>
    </message>
    <message>
        <source>Cash books</source>
        <translation>Buku kas</translation>
    </message>
    <message>
        <source>PDF of the cash books {period}</source>
        <translation>PDF buku kas {period}</translation>
    </message>
    <message>
        <source>PDF of profit and balance {period}</source>
        <translation>PDF laba rugi dan neraca {period}</translation>
    </message>
    <message>
        <source>This page as PDF</source>
        <translation>Halaman ini sebagai PDF</translation>
    </message>
    <message>
        <source>This page as Excel</source>
        <translation>Halaman ini sebagai Excel</translation>
    </message>
    <message>
        <source>period</source>
        <translation>masa</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>jenis</translation>
    </message>
    <message>
        <source>page</source>
        <translation>halaman</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>The next cash book</source>
        <translation>Buku kas berikutnya</translation>
    </message>
    <message>
        <source>Profit and loss</source>
        <translation>Laba rugi</translation>
    </message>
    <message>
        <source>Both sums are the same.</source>
        <translation>Kedua jumlah sama: seimbang.</translation>
    </message>
    <message>
        <source>The sums differ: F11 checks the book.</source>
        <translation>Kedua jumlah berbeda: F11 memeriksa buku.</translation>
    </message>
    <message>
        <source>Balance sheet, {day}</source>
        <translation>Neraca, {day}</translation>
    </message>
    <message>
        <source>Liabilities and equity</source>
        <translation>Kewajiban dan ekuitas</translation>
    </message>
    <message>
        <source>Excel file of the cash books {period}</source>
        <translation>Buku kas {period} sebagai Excel</translation>
    </message>
    <message>
        <source>Excel file of profit and balance {period}</source>
        <translation>Laba rugi dan neraca {period} sebagai Excel</translation>
    </message>
    <message>
        <source>{count} rows copied.</source>
        <translation>{count} baris disalin.</translation>
    </message>
</context>
<context>
    <name>GoodsEdit</name>
    <message>
        <source>Nothing of it lies in this store.</source>
        <translation>Tidak ada di gudang ini.</translation>
    </message>
    <message>
        <source>Material: name or code</source>
        <translation>Bahan: nama atau kode</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>no sell price</source>
        <translation>belum ada harga jual</translation>
    </message>
</context>
<context>
    <name>GoodsEntry</name>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Choose a material first.</source>
        <translation>Pilih bahan dulu.</translation>
    </message>
</context>
<context>
    <name>GoodsForm</name>
    <message>
        <source>Materials and prices</source>
        <translation>Bahan dan harga</translation>
    </message>
    <message>
        <source>Starter list</source>
        <translation>Daftar awal</translation>
    </message>
    <message>
        <source>My own Excel or CSV</source>
        <translation>Excel atau CSV sendiri</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Kosong</translation>
    </message>
    <message>
        <source>120 goods with Madurese and trade names and example prices, to be changed on F5</source>
        <translation>120 bahan dengan nama dagang dan nama Madura serta harga contoh; ubah di F5</translation>
    </message>
    <message>
        <source>The import opens right after, with every row shown before it is taken in</source>
        <translation>Layar impor langsung terbuka; setiap baris diperlihatkan sebelum dimasukkan</translation>
    </message>
    <message>
        <source>Materials are added by hand on F5 before the first deposit</source>
        <translation>Bahan ditambah sendiri di F5 sebelum setoran pertama</translation>
    </message>
</context>
<context>
    <name>GramsEdit</name>
    <message>
        <source>{grams} grams</source>
        <translation>{grams} gram</translation>
    </message>
</context>
<context>
    <name>HelpOverlay</name>
    <message>
        <source>Everywhere</source>
        <translation>Di semua layar</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Layar ini</translation>
    </message>
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
    <name>ImportScreen</name>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>make what is missing</source>
        <translation>buatkan</translation>
    </message>
    <message>
        <source>only problems</source>
        <translation>hanya masalah</translation>
    </message>
    <message>
        <source>take in</source>
        <translation>masukkan</translation>
    </message>
    <message>
        <source>look at the rows</source>
        <translation>periksa baris</translation>
    </message>
    <message>
        <source>help</source>
        <translation>bantuan</translation>
    </message>
    <message>
        <source>back</source>
        <translation>mundur</translation>
    </message>
    <message>
        <source>Only the rows with problems, at the last step</source>
        <translation>Hanya baris bermasalah, pada langkah terakhir</translation>
    </message>
    <message>
        <source>Make what the book does not have, at the last step</source>
        <translation>Buatkan yang belum ada, pada langkah terakhir</translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation>Membuka {file}</translation>
    </message>
    <message>
        <source>Looking at the rows of {file}</source>
        <translation>Memeriksa baris {file}</translation>
    </message>
    <message>
        <source>{count} rows of {file} were taken in.</source>
        <translation>{count} baris dari {file} sudah dimasukkan.</translation>
    </message>
    <message>
        <source>Stopped: nothing of {file} was taken in.</source>
        <translation>Dihentikan: tidak ada baris {file} yang dimasukkan.</translation>
    </message>
    <message>
        <source>Taking in {file}</source>
        <translation>Memasukkan {file}</translation>
    </message>
    <message>
        <source>1 · the file</source>
        <translation>1 · berkas</translation>
    </message>
    <message>
        <source>2 · the columns</source>
        <translation>2 · kolom</translation>
    </message>
    <message>
        <source>3 · every row</source>
        <translation>3 · setiap baris</translation>
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
        <translation>Anggota atau bahan baru</translation>
    </message>
    <message>
        <source>Change or correct what is chosen</source>
        <translation>Ubah atau perbaiki yang dipilih</translation>
    </message>
    <message>
        <source>Reverse what is chosen</source>
        <translation>Batalkan yang dipilih</translation>
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
        <source>As an Excel file</source>
        <translation>Sebagai berkas Excel</translation>
    </message>
    <message>
        <source>Save the picture of a chart</source>
        <translation>Simpan gambar grafik</translation>
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
    <name>LatestCard</name>
    <message>
        <source>donated</source>
        <translation>sedekah</translation>
    </message>
    <message>
        <source>{count} deposits  ·  {weight} kg  ·  {amount} today</source>
        <translation>{count} setoran  ·  {weight} kg  ·  {amount} hari ini</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Belum ada.</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Baru saja</translation>
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
    <name>LinesTable</name>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Bruto</translation>
    </message>
    <message>
        <source>Deducted</source>
        <translation>Potongan</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Neto</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Amount Rp</source>
        <translation>Nilai Rp</translation>
    </message>
    <message>
        <source>Type a material, Enter, its weight, Enter.</source>
        <translation>Ketik bahan, Enter, beratnya, Enter.</translation>
    </message>
    <message>
        <source>Lines weighed in</source>
        <translation>Bahan yang sudah ditimbang</translation>
    </message>
    <message>
        <source>{material}  ·  no longer on the list</source>
        <translation>{material}  ·  sudah tidak ada di daftar</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>This list as an Excel file</source>
        <translation>Daftar ini sebagai berkas Excel</translation>
    </message>
    <message>
        <source>{count} rows are in {path}</source>
        <translation>{count} baris ada di {path}</translation>
    </message>
    <message>
        <source>Excel file of the list {title}</source>
        <translation>Excel daftar {title}</translation>
    </message>
</context>
<context>
    <name>LoadEntry</name>
    <message>
        <source>Gross kg</source>
        <translation>Bruto kg</translation>
    </message>
    <message>
        <source>Tare kg</source>
        <translation>Tara kg</translation>
    </message>
    <message>
        <source>Volume m³</source>
        <translation>Volume m³</translation>
    </message>
    <message>
        <source>kg of 1 m³</source>
        <translation>kg per m³</translation>
    </message>
    <message>
        <source>How it is measured</source>
        <translation>Cara mengukur</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Rp/kg</source>
        <translation>Rp/kg</translation>
    </message>
    <message>
        <source>Rp</source>
        <translation>Rp</translation>
    </message>
    <message>
        <source>Enter in the empty field goes on. {key}: by volume.</source>
        <translation>Enter pada isian kosong melanjutkan. {key}: menurut volume.</translation>
    </message>
    <message>
        <source>{volume} × {density} kg: about {weight}, an estimate</source>
        <translation>{volume} × {density} kg: kira-kira {weight}, perkiraan</translation>
    </message>
    <message>
        <source>The tare is as heavy as the whole.</source>
        <translation>Tara seberat bruto.</translation>
    </message>
    <message>
        <source>net {weight}</source>
        <translation>neto {weight}</translation>
    </message>
    <message>
        <source>the whole on the scale, then the empty vehicle</source>
        <translation>timbangan penuh, lalu kendaraan kosong</translation>
    </message>
</context>
<context>
    <name>LoadLines</name>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Bruto</translation>
    </message>
    <message>
        <source>Tare</source>
        <translation>Tara</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Neto</translation>
    </message>
    <message>
        <source>Paid Rp</source>
        <translation>Dibayar Rp</translation>
    </message>
    <message>
        <source>Type a material, Enter, its gross weight, Enter, the tare, Enter.</source>
        <translation>Ketik bahan, Enter, berat bruto, Enter, tara, Enter.</translation>
    </message>
    <message>
        <source>Lines of the load</source>
        <translation>Baris muatan</translation>
    </message>
</context>
<context>
    <name>LoadPanel</name>
    <message>
        <source>Save the load</source>
        <translation>Simpan muatan</translation>
    </message>
    <message>
        <source>Weighed</source>
        <translation>Ditimbang</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>Cara bayar</translation>
    </message>
    <message>
        <source>Rupiah per kilogram or per line</source>
        <translation>Rupiah per kilogram atau per baris</translation>
    </message>
    <message>
        <source>Rp per kg</source>
        <translation>Rp per kg</translation>
    </message>
    <message>
        <source>Rp per line</source>
        <translation>Rp per baris</translation>
    </message>
    <message>
        <source>Payment  ·  Alt+1 to Alt+3</source>
        <translation>Pembayaran  ·  Alt+1 sampai Alt+3</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Estimated from it</source>
        <translation>Perkiraan beratnya</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Dibayar</translation>
    </message>
    <message>
        <source>{weight} weighed</source>
        <translation>{weight} ditimbang</translation>
    </message>
    <message>
        <source>about {weight}</source>
        <translation>kira-kira {weight}</translation>
    </message>
</context>
<context>
    <name>LoadScreen</name>
    <message>
        <source>Load</source>
        <translation>Muatan masuk</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Asal muatan</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Sumber baru</translation>
    </message>
    <message>
        <source>Change the source</source>
        <translation>Ubah sumber</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>Cara bayar</translation>
    </message>
    <message>
        <source>By weight, or by volume</source>
        <translation>Menurut berat atau volume</translation>
    </message>
    <message>
        <source>A new one: type its name, Enter notes it.</source>
        <translation>Sumber baru: ketik namanya, Enter mencatatnya.</translation>
    </message>
    <message>
        <source>{number} saved. {source}: {weight}.</source>
        <translation>{number} tersimpan. {source}: {weight}.</translation>
    </message>
    <message>
        <source>{number} saved. {source}: {weight}, {rupiah} paid.</source>
        <translation>{number} tersimpan. {source}: {weight}, dibayar {rupiah}.</translation>
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
    <name>LogoEdit</name>
    <message>
        <source>Browse</source>
        <translation>Telusuri</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Tanpa logo</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Berkas ini tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>This picture is larger than 1 MB; choose a smaller one.</source>
        <translation>Gambar ini lebih dari 1 MB; pilih yang lebih kecil.</translation>
    </message>
    <message>
        <source>This is no PNG or JPEG picture.</source>
        <translation>Ini bukan gambar PNG atau JPEG.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Pilih logo</translation>
    </message>
</context>
<context>
    <name>MachineSection</name>
    <message>
        <source>This machine is</source>
        <translation>Komputer ini adalah</translation>
    </message>
    <message>
        <source>Its code begins the numbers of the receipts</source>
        <translation>Kodenya mengawali nomor bukti</translation>
    </message>
    <message>
        <source>Open another counter</source>
        <translation>Buka loket lain</translation>
    </message>
    <message>
        <source>Saved for this machine.</source>
        <translation>Tersimpan untuk komputer ini.</translation>
    </message>
    <message>
        <source>{name} is open. F10 makes this machine work there.</source>
        <translation>{name} sudah dibuka. F10: komputer ini bekerja di sana.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Daur Ulang</source>
        <translation>Daur Ulang</translation>
    </message>
    <message>
        <source>Still working: {title}. Wait for it or cancel it first.</source>
        <translation>Masih bekerja: {title}. Tunggu selesai atau batalkan dulu.</translation>
    </message>
    <message>
        <source>Not saved yet: {screens}. Save or drop it first.</source>
        <translation>Belum disimpan: {screens}. Simpan atau buang dulu.</translation>
    </message>
    <message>
        <source>Not saved yet: {screens}. Close the window again to leave: {lost} is dropped, {kept} is offered at the next start.</source>
        <translation>Belum disimpan: {screens}. Tutup jendela sekali lagi untuk keluar: {lost} dibuang, {kept} ditawarkan lagi saat program dibuka.</translation>
    </message>
    <message>
        <source>Not saved yet: {screens}. Close the window again to leave; it is offered at the next start.</source>
        <translation>Belum disimpan: {screens}. Tutup jendela sekali lagi untuk keluar; ketikannya ditawarkan lagi saat program dibuka.</translation>
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
    <message>
        <source>Not saved yet: {screens}. Close the window again to drop it.</source>
        <translation>Belum disimpan: {screens}. Tutup jendela sekali lagi untuk membuangnya.</translation>
    </message>
</context>
<context>
    <name>MaterialCard</name>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Add a price for (Ins)</source>
        <translation>Tambah harga untuk (Ins)</translation>
    </message>
    <message>
        <source>Price history</source>
        <translation>Riwayat harga</translation>
    </message>
    <message>
        <source>No price yet. Type it into the table.</source>
        <translation>Belum ada harga. Ketik di tabel.</translation>
    </message>
    <message>
        <source>{grams} grams each</source>
        <translation>{grams} gram per satuan</translation>
    </message>
    <message>
        <source>Buy price, {condition}</source>
        <translation>Riwayat harga beli, {condition}</translation>
    </message>
    <message>
        <source>Sell price, {condition}</source>
        <translation>Riwayat harga jual, {condition}</translation>
    </message>
</context>
<context>
    <name>MaterialEdit</name>
    <message>
        <source>Material: name or code</source>
        <translation>Bahan: nama atau kode</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>no price today</source>
        <translation>belum ada harga</translation>
    </message>
</context>
<context>
    <name>MaterialForm</name>
    <message>
        <source>New material</source>
        <translation>Bahan baru</translation>
    </message>
    <message>
        <source>Change {code}</source>
        <translation>Ubah {code}</translation>
    </message>
    <message>
        <source>Weight of a piece (grams)</source>
        <translation>Berat satu biji (gram)</translation>
    </message>
    <message>
        <source>Weight of a litre (grams)</source>
        <translation>Berat satu liter (gram)</translation>
    </message>
    <message>
        <source>Not said: counted without CO2e</source>
        <translation>Belum diisi: tidak dihitung CO2e-nya</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Nonaktif</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Nama lain</translation>
    </message>
    <message>
        <source>With commas between: bodong, emberan</source>
        <translation>Pisahkan dengan koma: bodong, emberan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Category of the office&apos;s form</source>
        <translation>Kategori formulir DLH</translation>
    </message>
    <message>
        <source>SIPSN composition</source>
        <translation>Komposisi SIPSN</translation>
    </message>
    <message>
        <source>Made of (for the estimate of CO2e)</source>
        <translation>Bahan dasar (untuk perkiraan CO2e)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Materials</name>
    <message>
        <source>withdrawn</source>
        <translation>dicabut</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Rupiah</source>
        <translation>Rupiah</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>no price yet</source>
        <translation>belum ada harga</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Kondisi</translation>
    </message>
    <message>
        <source>Buy price</source>
        <translation>Harga beli</translation>
    </message>
    <message>
        <source>Against yesterday</source>
        <translation>Dari kemarin</translation>
    </message>
    <message>
        <source>Sell price</source>
        <translation>Harga jual</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>▲ up {rupiah}</source>
        <translation>▲ naik {rupiah}</translation>
    </message>
    <message>
        <source>▼ down {rupiah}</source>
        <translation>▼ turun {rupiah}</translation>
    </message>
    <message>
        <source>{name} (inactive)</source>
        <translation>{name} (nonaktif)</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>bersih</translation>
    </message>
    <message>
        <source>dirty</source>
        <translation>kotor</translation>
    </message>
    <message>
        <source>wet</source>
        <translation>basah</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>campur</translation>
    </message>
    <message>
        <source>Kilogram</source>
        <translation>Kilogram</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>Biji (pcs)</translation>
    </message>
    <message>
        <source>Litre</source>
        <translation>Liter</translation>
    </message>
    <message>
        <source>Rigid plastic</source>
        <translation>Plastik keras</translation>
    </message>
    <message>
        <source>Flexible plastic</source>
        <translation>Plastik lembaran</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Metal</source>
        <translation>Logam</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>Kaca</translation>
    </message>
    <message>
        <source>Rubber, leather</source>
        <translation>Karet, kulit</translation>
    </message>
    <message>
        <source>Textile</source>
        <translation>Tekstil</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Aluminium cans</source>
        <translation>Kaleng aluminium</translation>
    </message>
    <message>
        <source>Aluminium</source>
        <translation>Aluminium</translation>
    </message>
    <message>
        <source>Copper</source>
        <translation>Tembaga</translation>
    </message>
    <message>
        <source>Steel cans</source>
        <translation>Kaleng besi</translation>
    </message>
    <message>
        <source>Iron, steel</source>
        <translation>Besi, baja</translation>
    </message>
    <message>
        <source>Mixed metals</source>
        <translation>Logam campuran</translation>
    </message>
    <message>
        <source>PET</source>
        <translation>PET</translation>
    </message>
    <message>
        <source>HDPE</source>
        <translation>HDPE</translation>
    </message>
    <message>
        <source>LDPE, PE film</source>
        <translation>LDPE, lembaran PE</translation>
    </message>
    <message>
        <source>PP</source>
        <translation>PP</translation>
    </message>
    <message>
        <source>PS</source>
        <translation>PS</translation>
    </message>
    <message>
        <source>PVC</source>
        <translation>PVC</translation>
    </message>
    <message>
        <source>Mixed plastics</source>
        <translation>Plastik campuran</translation>
    </message>
    <message>
        <source>Corrugated board</source>
        <translation>Kardus bergelombang</translation>
    </message>
    <message>
        <source>Newspaper</source>
        <translation>Koran</translation>
    </message>
    <message>
        <source>Office paper</source>
        <translation>Kertas kantor</translation>
    </message>
    <message>
        <source>Mixed paper</source>
        <translation>Kertas campuran</translation>
    </message>
    <message>
        <source>Electronics</source>
        <translation>Elektronik</translation>
    </message>
    <message>
        <source>Textiles</source>
        <translation>Tekstil</translation>
    </message>
    <message>
        <source>Tyres</source>
        <translation>Ban</translation>
    </message>
    <message>
        <source>Mineral oil</source>
        <translation>Oli mineral</translation>
    </message>
    <message>
        <source>Food scraps</source>
        <translation>Sisa makanan</translation>
    </message>
    <message>
        <source>Garden waste</source>
        <translation>Sampah kebun</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>Kayu</translation>
    </message>
    <message>
        <source>Food waste</source>
        <translation>Sisa makanan</translation>
    </message>
    <message>
        <source>Wood, branches</source>
        <translation>Kayu, ranting</translation>
    </message>
    <message>
        <source>Paper, cardboard</source>
        <translation>Kertas, karton</translation>
    </message>
    <message>
        <source>Plastic</source>
        <translation>Plastik</translation>
    </message>
    <message>
        <source>Cloth</source>
        <translation>Kain</translation>
    </message>
</context>
<context>
    <name>MemberBox</name>
    <message>
        <source>Member</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Somebody new: type the name, Enter registers.</source>
        <translation>Anggota baru: ketik namanya, lalu Enter.</translation>
    </message>
    <message>
        <source>first visit</source>
        <translation>baru pertama kali</translation>
    </message>
    <message>
        <source>last here {day}</source>
        <translation>terakhir {day}</translation>
    </message>
    <message>
        <source>Balance {amount}</source>
        <translation>Saldo {amount}</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ganti</translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Nothing was brought or paid out yet.</source>
        <translation>Belum ada setoran atau penarikan.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>nonaktif</translation>
    </message>
    <message>
        <source>Woman or man</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Nomor HP</translation>
    </message>
    <message>
        <source>Price class</source>
        <translation>Kelas harga</translation>
    </message>
    <message>
        <source>Source of the waste</source>
        <translation>Sumber sampah</translation>
    </message>
    <message>
        <source>Passbook</source>
        <translation>Buku tabungan</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Bergabung</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Terakhir datang</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum pernah</translation>
    </message>
    <message>
        <source>Enter opens, {reprint} prints, {correct} corrects, {reverse} reverses</source>
        <translation>Enter buka, {reprint} cetak, {correct} perbaiki, {reverse} batalkan</translation>
    </message>
</context>
<context>
    <name>MemberEdit</name>
    <message>
        <source>Nobody found. Enter registers a new member.</source>
        <translation>Tidak ditemukan. Enter mendaftarkan anggota baru.</translation>
    </message>
    <message>
        <source>Name, number, phone or village</source>
        <translation>Nama, nomor, HP, atau desa</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>nonaktif</translation>
    </message>
</context>
<context>
    <name>MemberForm</name>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Anggota baru</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Daftarkan</translation>
    </message>
    <message>
        <source>Change {number}</source>
        <translation>Ubah {number}</translation>
    </message>
    <message>
        <source>Somebody like this is registered already, see under the name. Enter once more registers anyway.</source>
        <translation>Ada anggota yang mirip, lihat di bawah nama. Enter sekali lagi tetap mendaftarkan.</translation>
    </message>
    <message>
        <source>Choose the village from the list.</source>
        <translation>Pilih desa dari daftar.</translation>
    </message>
    <message>
        <source>Of this name already:</source>
        <translation>Sudah ada dengan nama ini:</translation>
    </message>
    <message>
        <source>May be the same person:</source>
        <translation>Mungkin orang yang sama:</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Inactive: takes no part for now</source>
        <translation>Nonaktif: sementara tidak ikut</translation>
    </message>
    <message>
        <source>There is no such village on the list.</source>
        <translation>Desa itu tidak ada di daftar.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Woman or man</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa/kelurahan</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Dusun</translation>
    </message>
    <message>
        <source>RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>RW</source>
        <translation>RW</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Nomor HP</translation>
    </message>
    <message>
        <source>Passbook number</source>
        <translation>Nomor buku tabungan</translation>
    </message>
    <message>
        <source>Source of the waste</source>
        <translation>Sumber sampah</translation>
    </message>
    <message>
        <source>Price class</source>
        <translation>Kelas harga</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>Person</source>
        <translation>Perorangan</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Sekolah</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Perempuan</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Laki-laki</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Belum disebut</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Rumah tangga</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Perkantoran</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Pasar</translation>
    </message>
    <message>
        <source>Commerce</source>
        <translation>Perniagaan</translation>
    </message>
    <message>
        <source>Public facility</source>
        <translation>Fasilitas publik</translation>
    </message>
    <message>
        <source>Estate</source>
        <translation>Kawasan</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>{act}, reversed</source>
        <translation>Batal: {act}</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Penarikan</translation>
    </message>
    <message>
        <source>Old book</source>
        <translation>Buku lama</translation>
    </message>
    <message>
        <source>Repayment of a debt</source>
        <translation>Pelunasan hutang</translation>
    </message>
    <message>
        <source>{amount} owed, reversal of {number}</source>
        <translation>Hutang {amount}, batal {number}</translation>
    </message>
    <message>
        <source>Reversal of {number}</source>
        <translation>Batal {number}</translation>
    </message>
    <message>
        <source>{weight} cash</source>
        <translation>{weight} tunai</translation>
    </message>
    <message>
        <source>{weight} given</source>
        <translation>{weight} sedekah</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>Rupiah</source>
        <translation>Rupiah</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Nomor HP</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktif</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>nonaktif</translation>
    </message>
</context>
<context>
    <name>MembersScreen</name>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Anggota baru</translation>
    </message>
    <message>
        <source>No members yet. Ctrl+N registers the first one, Ctrl+I takes in an Excel list.</source>
        <translation>Belum ada anggota. Ctrl+N mendaftarkan yang pertama, Ctrl+I mengambil daftar Excel.</translation>
    </message>
    <message>
        <source>Name, number, phone or village</source>
        <translation>Nama, nomor, HP atau desa</translation>
    </message>
    <message>
        <source>Change this member</source>
        <translation>Ubah anggota ini</translation>
    </message>
    <message>
        <source>Reverse the act chosen in the history</source>
        <translation>Batalkan catatan yang dipilih di riwayat</translation>
    </message>
    <message>
        <source>Correct the act chosen in the history</source>
        <translation>Perbaiki catatan yang dipilih di riwayat</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>back</source>
        <translation>mundur</translation>
    </message>
    <message>
        <source>help</source>
        <translation>bantuan</translation>
    </message>
    <message>
        <source>new member</source>
        <translation>anggota baru</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ubah</translation>
    </message>
    <message>
        <source>reprint</source>
        <translation>cetak ulang</translation>
    </message>
    <message>
        <source>Saved: {number} {name}.</source>
        <translation>Tersimpan: {number} {name}.</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} anggota</translation>
    </message>
</context>
<context>
    <name>MovePanel</name>
    <message>
        <source>In or out</source>
        <translation>Masuk atau keluar</translation>
    </message>
    <message>
        <source>From or to whom</source>
        <translation>Dari atau ke mana</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Untuk apa</translation>
    </message>
    <message>
        <source>For example: change for the morning</source>
        <translation>Misalnya: uang kembalian pagi</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>Bukukan</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Esc once more drops what was typed.</source>
        <translation>Belum tersimpan. Esc sekali lagi membuang isian.</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>Kas masuk atau keluar</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
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
    <name>PaperDayEdit</name>
    <message>
        <source>Type a day that has been, such as 7/11.</source>
        <translation>Tulis tanggal yang sudah lewat, misalnya 7/11.</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>58 mm roll</source>
        <translation>Rol 58 mm</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>Rol 80 mm</translation>
    </message>
    <message>
        <source>A5 sheet</source>
        <translation>Lembar A5</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>None: open the receipt as a file</source>
        <translation>Tidak ada: buka bukti sebagai berkas</translation>
    </message>
    <message>
        <source>Paper of the receipts</source>
        <translation>Kertas bukti</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>reprint</source>
        <translation>cetak ulang</translation>
    </message>
    <message>
        <source>close</source>
        <translation>tutup</translation>
    </message>
    <message>
        <source>Deposit receipt</source>
        <translation>Bukti setoran</translation>
    </message>
    <message>
        <source>Payout receipt</source>
        <translation>Bukti penarikan</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Saldo sesudah</translation>
    </message>
    <message>
        <source>Balance before</source>
        <translation>Saldo sebelum</translation>
    </message>
    <message>
        <source>Slip {number}</source>
        <translation>Slip {number}</translation>
    </message>
    <message>
        <source>Reason: {reason}. Approved by {name}.</source>
        <translation>Alasan: {reason}. Disetujui {name}.</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ditarik</translation>
    </message>
    <message>
        <source>Back to the savings</source>
        <translation>Kembali ke tabungan</translation>
    </message>
    <message>
        <source>Savings of the old book</source>
        <translation>Tabungan dari buku lama</translation>
    </message>
    <message>
        <source>Owed again</source>
        <translation>Kembali menjadi hutang</translation>
    </message>
    <message>
        <source>Debt before</source>
        <translation>Hutang sebelum</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Sisa hutang</translation>
    </message>
    <message>
        <source>Donated</source>
        <translation>Sedekah</translation>
    </message>
    <message>
        <source>not valued</source>
        <translation>tidak dinilai</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Into the savings</source>
        <translation>Masuk tabungan</translation>
    </message>
    <message>
        <source>Out of the savings</source>
        <translation>Keluar dari tabungan</translation>
    </message>
    <message>
        <source>Became a debt</source>
        <translation>Menjadi hutang</translation>
    </message>
    <message>
        <source>Paid in cash</source>
        <translation>Dibayar tunai</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>Tunai dikembalikan</translation>
    </message>
    <message>
        <source>reverses {number}</source>
        <translation>membatalkan {number}</translation>
    </message>
    <message>
        <source>replaces {number}</source>
        <translation>menggantikan {number}</translation>
    </message>
    <message>
        <source>REVERSED by {number}</source>
        <translation>DIBATALKAN oleh {number}</translation>
    </message>
    <message>
        <source>replaced by {number}</source>
        <translation>diganti oleh {number}</translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pembayaran</translation>
    </message>
    <message>
        <source>Of which in cash</source>
        <translation>Bagian tunai</translation>
    </message>
    <message>
        <source>Save and print</source>
        <translation>Simpan dan cetak</translation>
    </message>
    <message>
        <source>Payment  ·  Alt+1 to Alt+4</source>
        <translation>Pembayaran  ·  Alt+1 sampai Alt+4</translation>
    </message>
    <message>
        <source>Into the savings</source>
        <translation>Masuk tabungan</translation>
    </message>
    <message>
        <source>Paid in cash</source>
        <translation>Dibayar tunai</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Saldo sesudah</translation>
    </message>
    <message>
        <source>all saved</source>
        <translation>ditabung semua</translation>
    </message>
    <message>
        <source>paid in cash</source>
        <translation>dibayar tunai</translation>
    </message>
    <message>
        <source>{amount} of it in cash</source>
        <translation>{amount} di antaranya tunai</translation>
    </message>
    <message>
        <source>donated</source>
        <translation>sedekah</translation>
    </message>
    <message>
        <source>{amount} becomes a debt</source>
        <translation>{amount} menjadi hutang</translation>
    </message>
    <message>
        <source>{count} materials</source>
        <translation>{count} bahan</translation>
    </message>
</context>
<context>
    <name>PayoutDrafts</name>
    <message>
        <source>An unfinished payout of {time} by {clerk}: {member}, Rp {amount}.</source>
        <translation>Ada penarikan yang belum selesai dari {time} oleh {clerk}: {member}, Rp {amount}.</translation>
    </message>
    <message>
        <source>An unfinished correction of {number}, {time} by {clerk}: {member}, Rp {amount}.</source>
        <translation>Perbaikan {number} belum selesai, dari {time} oleh {clerk}: {member}, Rp {amount}.</translation>
    </message>
</context>
<context>
    <name>PayoutScreen</name>
    <message>
        <source>Payout</source>
        <translation>Penarikan</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Amount to pay out</source>
        <translation>Jumlah yang ditarik</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Ambil semua</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>Cara pembayaran</translation>
    </message>
    <message>
        <source>Bank and account</source>
        <translation>Bank dan nomor rekening</translation>
    </message>
    <message>
        <source>As it is to stand on the receipt.</source>
        <translation>Seperti akan tercetak di kuitansi.</translation>
    </message>
    <message>
        <source>Save and print</source>
        <translation>Simpan dan cetak</translation>
    </message>
    <message>
        <source>Choose the member first.</source>
        <translation>Pilih anggotanya dahulu.</translation>
    </message>
    <message>
        <source>Nothing is paid out yet. Esc once more drops what was typed.</source>
        <translation>Belum disimpan. Tekan Esc sekali lagi untuk membuang yang sudah diketik.</translation>
    </message>
    <message>
        <source>Repay the debt</source>
        <translation>Lunasi hutang</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Saldo sesudah</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Paling banyak</translation>
    </message>
    <message>
        <source>{amount}, {method}, {balance} stays in the savings</source>
        <translation>{amount}, {method}, sisa tabungan {balance}</translation>
    </message>
    <message>
        <source>{count} payouts  ·  {amount} today</source>
        <translation>{count} penarikan  ·  {amount} hari ini</translation>
    </message>
</context>
<context>
    <name>PendingBar</name>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Save prices</source>
        <translation>Simpan harga</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Triwulan</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Hari pertama</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Hari terakhir</translation>
    </message>
    <message>
        <source>The period after this one has not begun.</source>
        <translation>Periode sesudah ini belum dimulai.</translation>
    </message>
    <message>
        <source>period before</source>
        <translation>periode sebelumnya</translation>
    </message>
    <message>
        <source>period after</source>
        <translation>periode berikutnya</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>Time zone</source>
        <translation>Zona waktu</translation>
    </message>
    <message>
        <source>Name of the centre</source>
        <translation>Nama rumah daur ulang atau bank sampah</translation>
    </message>
    <message>
        <source>Printed at the top of every receipt</source>
        <translation>Tercetak di kepala setiap bukti</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa/kelurahan</translation>
    </message>
    <message>
        <source>Type and choose</source>
        <translation>Ketik lalu pilih</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Nomor HP</translation>
    </message>
</context>
<context>
    <name>Plant</name>
    <message>
        <source>Only {there} of {material} lie in the store, not {wanted}.</source>
        <translation>Di gudang hanya ada {there} {material}, bukan {wanted}.</translation>
    </message>
    <message>
        <source>{materials} of {number} do not lie in the store any more; it stays as it is.</source>
        <translation>{materials} dari {number} sudah tidak ada di gudang; catatannya tetap.</translation>
    </message>
    <message>
        <source>What is deposited comes to {store}: it stays in use.</source>
        <translation>Setoran masuk ke {store}: gudang ini tetap dipakai.</translation>
    </message>
    <message>
        <source>Goods lie in {store}: carry them to another store first.</source>
        <translation>Di {store} masih ada barang: pindahkan dulu ke gudang lain.</translation>
    </message>
    <message>
        <source>Its goods come back to {store}, which is not used: use that store again first.</source>
        <translation>Barangnya kembali ke {store}, yang tidak dipakai: pakai lagi gudang itu dulu.</translation>
    </message>
    <message>
        <source>Line {position}: {problem}</source>
        <translation>Baris {position}: {problem}</translation>
    </message>
    <message>
        <source>{weight} are missing of what went in; confirm the loss or weigh again.</source>
        <translation>{weight} dari bahan masuk belum ketemu; benarkan susutnya atau timbang ulang.</translation>
    </message>
    <message>
        <source>{weight} more came out than went in; confirm it or weigh again.</source>
        <translation>Hasil {weight} lebih berat dari bahan masuk; benarkan atau timbang ulang.</translation>
    </message>
    <message>
        <source>{materials} weigh nothing; weigh them, or carry the cost by value.</source>
        <translation>{materials} tanpa berat; timbang dulu, atau bagi biayanya menurut nilai jual.</translation>
    </message>
    <message>
        <source>{materials} have no sell price; carry the cost by weight or price them first.</source>
        <translation>{materials} belum punya harga jual; bagi biaya menurut berat atau isi harganya dulu.</translation>
    </message>
    <message>
        <source>Nothing goes in yet; take a material from the store.</source>
        <translation>Belum ada bahan masuk; ambil bahan dari gudang.</translation>
    </message>
    <message>
        <source>Nothing comes out yet; say what was made or what is residue.</source>
        <translation>Belum ada hasil; isi apa yang jadi atau apa residunya.</translation>
    </message>
    <message>
        <source>Carrying takes goods of one store to another; choose another store.</source>
        <translation>Pindah gudang perlu gudang tujuan lain; pilih gudang lain.</translation>
    </message>
    <message>
        <source>There is no line yet.</source>
        <translation>Belum ada baris.</translation>
    </message>
    <message>
        <source>say how much it is.</source>
        <translation>isi banyaknya.</translation>
    </message>
    <message>
        <source>nothing may be below zero.</source>
        <translation>tidak boleh di bawah nol.</translation>
    </message>
    <message>
        <source>the tare is as heavy as the whole; weigh again.</source>
        <translation>tara seberat bruto; timbang ulang.</translation>
    </message>
    <message>
        <source>a load is weighed in kilograms; choose a material by weight.</source>
        <translation>muatan ditimbang dalam kilogram; pilih bahan per kg.</translation>
    </message>
    <message>
        <source>the material is not used any more.</source>
        <translation>bahan ini sudah tidak dipakai.</translation>
    </message>
    <message>
        <source>the buyer&apos;s weight differs from ours: say why.</source>
        <translation>berat pembeli berbeda dari berat kita: tulis alasannya.</translation>
    </message>
    <message>
        <source>what comes out is not carried: take the line out (Del), or do something else.</source>
        <translation>barang keluar tidak ikut dipindah: hapus barisnya (Del), atau pilih kegiatan lain.</translation>
    </message>
    <message>
        <source>that is too much for one line.</source>
        <translation>terlalu banyak untuk satu baris.</translation>
    </message>
    <message>
        <source>Say what is paid for the load, or that nothing is paid.</source>
        <translation>Isi berapa yang dibayar untuk muatan, atau pilih tanpa bayar.</translation>
    </message>
    <message>
        <source>Only {rupiah} are still owed.</source>
        <translation>Sisa tagihannya hanya {rupiah}.</translation>
    </message>
    <message>
        <source>It was sold on {day}: it is paid for then or later.</source>
        <translation>Dijual {day}: pembayarannya pada hari itu atau sesudahnya.</translation>
    </message>
    <message>
        <source>It is due on {day} or later.</source>
        <translation>Jatuh tempo paling awal {day}.</translation>
    </message>
    <message>
        <source>The buyer has paid for it since; reverse those payments first.</source>
        <translation>Pembeli sudah membayar sesudahnya; batalkan dulu pembayaran itu.</translation>
    </message>
    <message>
        <source>Choose where the load comes from.</source>
        <translation>Pilih sumber muatan.</translation>
    </message>
    <message>
        <source>Choose a store that is in use.</source>
        <translation>Pilih gudang yang masih dipakai.</translation>
    </message>
    <message>
        <source>Choose a buyer that is in use.</source>
        <translation>Pilih pembeli yang masih dipakai.</translation>
    </message>
    <message>
        <source>Choose a category that is in use.</source>
        <translation>Pilih jenis biaya yang masih dipakai.</translation>
    </message>
    <message>
        <source>That sale is not there any more.</source>
        <translation>Penjualan itu sudah tidak ada.</translation>
    </message>
</context>
<context>
    <name>PlantActScreen</name>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Nothing was saved here yet; the list has the older ones (Shift+F6).</source>
        <translation>Belum ada yang disimpan di sini; yang lama ada di daftar (Shift+F6).</translation>
    </message>
    <message>
        <source>list</source>
        <translation>daftar</translation>
    </message>
</context>
<context>
    <name>PlantScreen</name>
    <message>
        <source>At the gate and in the yard</source>
        <translation>Kegiatan gudang</translation>
    </message>
    <message>
        <source>Which acts</source>
        <translation>Kegiatan yang mana</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Loads</source>
        <translation>Muatan</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Olahan</translation>
    </message>
    <message>
        <source>Residue</source>
        <translation>Residu</translation>
    </message>
    <message>
        <source>Nothing was done in this month. Shift+F2 takes a load in, Ctrl+D makes, PgUp turns back.</source>
        <translation>Tidak ada kegiatan bulan ini. Shift+F2: muatan masuk, Ctrl+D: pengolahan, PgUp: bulan sebelumnya.</translation>
    </message>
    <message>
        <source>Loads, processing and landfill</source>
        <translation>Muatan, pengolahan, dan residu</translation>
    </message>
    <message>
        <source>Reverse the act chosen</source>
        <translation>Batalkan kegiatan yang dipilih</translation>
    </message>
    <message>
        <source>look</source>
        <translation>lihat</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>batalkan</translation>
    </message>
    <message>
        <source>slip</source>
        <translation>bukti</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>month before</source>
        <translation>bulan sebelumnya</translation>
    </message>
    <message>
        <source>month after</source>
        <translation>bulan sesudahnya</translation>
    </message>
    <message>
        <source>Of the loads by volume: {volume}</source>
        <translation>Muatan menurut volume: {volume}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>From or to</source>
        <translation>Dari atau ke</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>Rp</source>
        <translation>Rp</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>Choose an act first.</source>
        <translation>Pilih kegiatan dulu.</translation>
    </message>
    <message>
        <source>{number} was reversed already by {other}.</source>
        <translation>{number} sudah dibatalkan oleh {other}.</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Uang kembali</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>{number} saved: {undone} is reversed.</source>
        <translation>{number} tersimpan: {undone} dibatalkan.</translation>
    </message>
    <message>
        <source>Loads, processing and landfill, {month}</source>
        <translation>Muatan, pengolahan, dan residu, {month}</translation>
    </message>
    <message>
        <source>{count} rows copied.</source>
        <translation>{count} baris disalin.</translation>
    </message>
</context>
<context>
    <name>PlantSlip</name>
    <message>
        <source>{number} printed.</source>
        <translation>{number} dicetak.</translation>
    </message>
    <message>
        <source>{number} is ready.</source>
        <translation>{number} siap.</translation>
    </message>
</context>
<context>
    <name>PriceTable</name>
    <message>
        <source>No materials yet. Ctrl+N adds one, Ctrl+I takes in an Excel list.</source>
        <translation>Belum ada bahan. Ctrl+N menambah satu, Ctrl+I mengambil daftar Excel.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Code, name or another name</source>
        <translation>Kode, nama atau nama lain</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
</context>
<context>
    <name>PricesScreen</name>
    <message>
        <source>Prices today</source>
        <translation>Harga hari ini</translation>
    </message>
    <message>
        <source>This needs a reason, see above.</source>
        <translation>Perlu alasan, lihat peringatan di atas.</translation>
    </message>
    <message>
        <source>Not saved yet. Esc once more drops the prices typed, F10 saves them.</source>
        <translation>Belum disimpan. Esc sekali lagi membuang harga yang diketik, F10 menyimpan.</translation>
    </message>
    <message>
        <source>New material</source>
        <translation>Bahan baru</translation>
    </message>
    <message>
        <source>Change this material</source>
        <translation>Ubah bahan ini</translation>
    </message>
    <message>
        <source>Withdraw this price</source>
        <translation>Cabut harga ini</translation>
    </message>
    <message>
        <source>Add a price for another condition</source>
        <translation>Tambah harga untuk kondisi lain</translation>
    </message>
    <message>
        <source>New price class</source>
        <translation>Kelas harga baru</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>back</source>
        <translation>mundur</translation>
    </message>
    <message>
        <source>help</source>
        <translation>bantuan</translation>
    </message>
    <message>
        <source>price</source>
        <translation>harga</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>cabut</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>kondisi</translation>
    </message>
    <message>
        <source>material</source>
        <translation>bahan</translation>
    </message>
    <message>
        <source>Type a price</source>
        <translation>Mengetik harga</translation>
    </message>
    <message>
        <source>{count} prices not saved yet, from {day} on</source>
        <translation>{count} harga belum disimpan, berlaku mulai {day}</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>… dan {count} lagi.</translation>
    </message>
    <message>
        <source>Reason (needed, see the warning)</source>
        <translation>Alasan (wajib, lihat peringatan)</translation>
    </message>
    <message>
        <source>Reason (if you like)</source>
        <translation>Alasan (boleh kosong)</translation>
    </message>
    <message>
        <source>{name}: from {other} to {now}, {percent} % more.</source>
        <translation>{name}: dari {other} ke {now}, naik {percent} %.</translation>
    </message>
    <message>
        <source>{name}: from {other} to {now}, {percent} % less.</source>
        <translation>{name}: dari {other} ke {now}, turun {percent} %.</translation>
    </message>
    <message>
        <source>{name}: bought at {now}, sold at {other} only.</source>
        <translation>{name}: dibeli {now}, dijual hanya {other}.</translation>
    </message>
    <message>
        <source>{count} prices saved, from {day} on.</source>
        <translation>{count} harga tersimpan, berlaku mulai {day}.</translation>
    </message>
    <message>
        <source>Prices to come</source>
        <translation>Harga mendatang</translation>
    </message>
    <message>
        <source>Saved: {code} {name}.</source>
        <translation>Tersimpan: {code} {name}.</translation>
    </message>
    <message>
        <source>Price class</source>
        <translation>Kelas harga</translation>
    </message>
    <message>
        <source>Prices hold from</source>
        <translation>Harga berlaku mulai</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>from</source>
        <translation>mulai</translation>
    </message>
</context>
<context>
    <name>PrintQueueScreen</name>
    <message>
        <source>Print queue</source>
        <translation>Antrean cetak</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Every receipt has been printed.</source>
        <translation>Semua bukti sudah tercetak.</translation>
    </message>
    <message>
        <source>Papers that wait</source>
        <translation>Bukti yang menunggu</translation>
    </message>
    <message>
        <source>{count} papers wait. F10 once more prints all of them, Del takes off the one chosen.</source>
        <translation>{count} bukti menunggu. F10 sekali lagi mencetak semuanya, Del menghapus yang dipilih dari daftar.</translation>
    </message>
    <message>
        <source>print</source>
        <translation>cetak</translation>
    </message>
    <message>
        <source>print all</source>
        <translation>cetak semua</translation>
    </message>
    <message>
        <source>not needed any more</source>
        <translation>tidak perlu lagi</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>{number} is off the list; it stays saved.</source>
        <translation>{number} dihapus dari antrean; tetap tersimpan.</translation>
    </message>
    <message>
        <source>{number} is being printed.</source>
        <translation>{number} sedang dicetak.</translation>
    </message>
    <message>
        <source>copy {number}</source>
        <translation>salinan {number}</translation>
    </message>
    <message>
        <source>original</source>
        <translation>asli</translation>
    </message>
    <message>
        <source>being printed …</source>
        <translation>sedang dicetak …</translation>
    </message>
    <message>
        <source>The program ended before it was printed.</source>
        <translation>Program berhenti sebelum bukti ini tercetak.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>{count} not printed: Ctrl+K, print queue</source>
        <translation>{count} belum tercetak: Ctrl+K, antrean cetak</translation>
    </message>
    <message>
        <source>{number} is saved. {problem}</source>
        <translation>{number} sudah tersimpan. {problem}</translation>
    </message>
    <message>
        <source>{number} printed, copy {copy}.</source>
        <translation>{number} dicetak, SALINAN ke-{copy}.</translation>
    </message>
    <message>
        <source>{number} printed.</source>
        <translation>{number} dicetak.</translation>
    </message>
    <message>
        <source>{number} is ready, copy {copy}.</source>
        <translation>{number} siap, SALINAN ke-{copy}.</translation>
    </message>
    <message>
        <source>{number} is ready.</source>
        <translation>{number} siap.</translation>
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
    <name>ReceivablesScreen</name>
    <message>
        <source>Receivables</source>
        <translation>Piutang</translation>
    </message>
    <message>
        <source>No buyer owes anything.</source>
        <translation>Tidak ada pembeli yang berutang.</translation>
    </message>
    <message>
        <source>Buyers who owe</source>
        <translation>Pembeli yang berutang</translation>
    </message>
    <message>
        <source>{count} rows copied.</source>
        <translation>{count} baris disalin.</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>penjualannya</translation>
    </message>
    <message>
        <source>{count} buyers</source>
        <translation>{count} pembeli</translation>
    </message>
    <message>
        <source>All receivables</source>
        <translation>Seluruh piutang</translation>
    </message>
    <message>
        <source>Of it late</source>
        <translation>Di antaranya lewat jatuh tempo</translation>
    </message>
    <message>
        <source>Receivables of {day}</source>
        <translation>Piutang per {day}</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>Belum jatuh tempo</translation>
    </message>
    <message>
        <source>{first}–{last} days late</source>
        <translation>Lewat {first}–{last} hari</translation>
    </message>
    <message>
        <source>Over {days} days</source>
        <translation>Lewat &gt; {days} hari</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Pembeli</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>HP/telepon</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>Owed Rp</source>
        <translation>Piutang Rp</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Tertua</translation>
    </message>
</context>
<context>
    <name>ReceivePanel</name>
    <message>
        <source>Payment for {number}</source>
        <translation>Pembayaran untuk {number}</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Sisa tagihan</translation>
    </message>
    <message>
        <source>Owed after it</source>
        <translation>Sisa sesudahnya</translation>
    </message>
    <message>
        <source>Where it comes in</source>
        <translation>Masuk ke</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Words of the bank</source>
        <translation>Keterangan bank</translation>
    </message>
    <message>
        <source>For example: BRI, sender</source>
        <translation>Misalnya: BRI, nama pengirim</translation>
    </message>
</context>
<context>
    <name>RefusalPage</name>
    <message>
        <source>Book</source>
        <translation>Buku</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Choose another book</source>
        <translation>Pilih buku lain</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Tidak ada yang berubah</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Lanjut tanpa itu</translation>
    </message>
    <message>
        <source>Begin a new book</source>
        <translation>Mulai buku baru</translation>
    </message>
    <message>
        <source>Path of the file, or address of the server</source>
        <translation>Letak berkas, atau alamat server</translation>
    </message>
    <message>
        <source>A server&apos;s address begins with postgresql://</source>
        <translation>Alamat server diawali postgresql://</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Telusuri</translation>
    </message>
    <message>
        <source>The book is already open</source>
        <translation>Buku sudah terbuka</translation>
    </message>
    <message>
        <source>The book lies on another computer</source>
        <translation>Buku ada di komputer lain</translation>
    </message>
    <message>
        <source>The book is not there</source>
        <translation>Bukunya tidak ada</translation>
    </message>
    <message>
        <source>Entries are missing from the book</source>
        <translation>Data hilang dari buku</translation>
    </message>
    <message>
        <source>The book is busy</source>
        <translation>Buku sedang dipakai</translation>
    </message>
    <message>
        <source>The book cannot be written</source>
        <translation>Buku tidak dapat ditulis</translation>
    </message>
    <message>
        <source>The book is newer than this program</source>
        <translation>Buku lebih baru daripada program ini</translation>
    </message>
    <message>
        <source>This is not a book of Daur Ulang</source>
        <translation>Ini bukan buku Daur Ulang</translation>
    </message>
    <message>
        <source>The file of the book is empty</source>
        <translation>Berkas buku kosong</translation>
    </message>
    <message>
        <source>The book is damaged</source>
        <translation>Buku rusak</translation>
    </message>
    <message>
        <source>The book cannot be reached</source>
        <translation>Buku tidak dapat dijangkau</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Cakram penuh</translation>
    </message>
    <message>
        <source>The disk does not answer</source>
        <translation>Tempat penyimpanan tidak menjawab</translation>
    </message>
    <message>
        <source>The book could not be opened</source>
        <translation>Buku tidak dapat dibuka</translation>
    </message>
    <message>
        <source>Another window of Daur Ulang works on it. Go on there, or close that window and try again.</source>
        <translation>Jendela Daur Ulang lain sedang memakainya. Lanjutkan di sana, atau tutup jendela itu lalu coba lagi.</translation>
    </message>
    <message>
        <source>The file may have been replaced by an older one, or its log was lost. Look for the right file or restore the newest backup; enter what is on paper and in no backup once more.</source>
        <translation>Berkasnya mungkin tertimpa yang lama, atau lognya hilang. Cari berkas yang benar atau pulihkan cadangan terbaru; yang ada di bukti kertas tetapi tidak di cadangan dicatat sekali lagi.</translation>
    </message>
</context>
<context>
    <name>RepaymentPanel</name>
    <message>
        <source>From where</source>
        <translation>Dari mana</translation>
    </message>
    <message>
        <source>Amount to repay</source>
        <translation>Jumlah yang dilunasi</translation>
    </message>
    <message>
        <source>Save and print</source>
        <translation>Simpan dan cetak</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Hutang</translation>
    </message>
    <message>
        <source>Still owed after</source>
        <translation>Sisa hutang sesudah</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Saldo sesudah</translation>
    </message>
    <message>
        <source>{amount} repaid, {source}, {debt} is still owed</source>
        <translation>Dilunasi {amount}, {source}, sisa hutang {debt}</translation>
    </message>
    <message>
        <source>{number} saved. {name} still owes {debt}.</source>
        <translation>{number} tersimpan. {name} masih berhutang {debt}.</translation>
    </message>
    <message>
        <source>{number} saved. {name} owes nothing any more.</source>
        <translation>{number} tersimpan. Hutang {name} sudah lunas.</translation>
    </message>
    <message>
        <source>Repay the debt</source>
        <translation>Lunasi hutang</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Q{number} {year}</source>
        <translation>TW {number} {year}</translation>
    </message>
    <message>
        <source>Quarter {number} of {year}</source>
        <translation>Triwulan {number} {year}</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Tahun {year}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Value by material</source>
        <translation>Nilai per bahan</translation>
    </message>
    <message>
        <source>Flow of goods</source>
        <translation>Aliran bahan</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>in</source>
        <translation>masuk</translation>
    </message>
    <message>
        <source>out</source>
        <translation>keluar</translation>
    </message>
    <message>
        <source>From or to</source>
        <translation>Dari atau ke</translation>
    </message>
    <message>
        <source>{weight} in and out  ·  {diverted} kept from the landfill, about {volume}</source>
        <translation>{weight} masuk dan keluar  ·  {diverted} terhindar dari TPA, sekitar {volume}</translation>
    </message>
    <message>
        <source>Sales by buyer</source>
        <translation>Penjualan menurut pembeli</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Pembeli</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>{count} buyers  ·  {weight}  ·  {value}</source>
        <translation>{count} pembeli  ·  {weight}  ·  {value}</translation>
    </message>
    <message>
        <source>Margin by material</source>
        <translation>Laba kotor menurut bahan</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Banyaknya</translation>
    </message>
    <message>
        <source>{margin} of {value} sold, {percent}</source>
        <translation>{margin} dari penjualan {value}, {percent}</translation>
    </message>
    <message>
        <source>{percent} % of the regency&apos;s waste</source>
        <translation>{percent} % dari timbulan kabupaten</translation>
    </message>
    <message>
        <source>Stock at the end</source>
        <translation>Stok akhir periode</translation>
    </message>
    <message>
        <source>Cost Rp</source>
        <translation>Harga pokok Rp</translation>
    </message>
    <message>
        <source>Worth Rp</source>
        <translation>Nilai jual Rp</translation>
    </message>
    <message>
        <source>{cost} at cost, {worth} at sell prices</source>
        <translation>{cost} menurut harga pokok, {worth} menurut harga jual</translation>
    </message>
    <message>
        <source>Loads by source</source>
        <translation>Muatan menurut sumber</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Loads</source>
        <translation>Muatan</translation>
    </message>
    <message>
        <source>estimated kg</source>
        <translation>kg perkiraan</translation>
    </message>
    <message>
        <source>Paid Rp</source>
        <translation>Dibayar Rp</translation>
    </message>
    <message>
        <source>{count} loads  ·  {weight}</source>
        <translation>{count} muatan  ·  {weight}</translation>
    </message>
    <message>
        <source>  ·  measured by volume: {volume}</source>
        <translation>  ·  ditakar menurut volume: {volume}</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Pengolahan</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>In kg</source>
        <translation>Masuk kg</translation>
    </message>
    <message>
        <source>Out kg</source>
        <translation>Hasil kg</translation>
    </message>
    <message>
        <source>Residue kg</source>
        <translation>Residu kg</translation>
    </message>
    <message>
        <source>Loss kg</source>
        <translation>Susut kg</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>Rendemen</translation>
    </message>
    <message>
        <source>yield {percent}</source>
        <translation>rendemen {percent}</translation>
    </message>
    <message>
        <source>{into} went in  ·  {out} came out  ·  {residue} residue  ·  {loss} lost</source>
        <translation>{into} masuk  ·  {out} hasil  ·  {residue} residu  ·  {loss} susut</translation>
    </message>
    <message>
        <source>Mass balance</source>
        <translation>Neraca massa</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>Warga</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Lain-lain</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Olahan</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Terjual</translation>
    </message>
    <message>
        <source>Landfill</source>
        <translation>TPA</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Susut</translation>
    </message>
    <message>
        <source>Stock ±</source>
        <translation>Stok ±</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>In is out to the gram in every category: {weight}</source>
        <translation>Masuk sama dengan keluar sampai ke gram pada setiap kategori: {weight}</translation>
    </message>
    <message>
        <source>In is not out; the check of the book (F11) says where: {weight}</source>
        <translation>Masuk tidak sama dengan keluar; pemeriksaan buku (F11) menunjukkan di mana: {weight}</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Result and savings</source>
        <translation>Hasil usaha dan tabungan</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Cost of goods sold</source>
        <translation>Harga pokok penjualan</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Laba kotor</translation>
    </message>
    <message>
        <source>Stock differences and landfill</source>
        <translation>Selisih stok dan barang dibuang</translation>
    </message>
    <message>
        <source>Cash differences</source>
        <translation>Selisih kas</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>Laba bersih</translation>
    </message>
    <message>
        <source>Savings owed to members</source>
        <translation>Tabungan anggota (hutang)</translation>
    </message>
    <message>
        <source>Cash and bank</source>
        <translation>Kas dan bank</translation>
    </message>
    <message>
        <source>Owed by buyers</source>
        <translation>Piutang pembeli</translation>
    </message>
    <message>
        <source>Surplus {surplus}; cash and bank cover {cover} of the savings</source>
        <translation>Laba bersih {surplus}; kas dan bank menutup {cover} dari tabungan</translation>
    </message>
    <message>
        <source>Estimated CO2e avoided</source>
        <translation>Perkiraan CO2e yang dihindari</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Bahan dasar</translation>
    </message>
    <message>
        <source>Factor g/kg</source>
        <translation>Faktor g/kg</translation>
    </message>
    <message>
        <source>no factor</source>
        <translation>tanpa faktor</translation>
    </message>
    <message>
        <source>Estimate by {factors}: {co2e} kg CO2e of {weight} sold</source>
        <translation>Perkiraan menurut {factors}: {co2e} kg CO2e dari {weight} yang dijual</translation>
    </message>
    <message>
        <source>  ·  without a factor, not counted: {weight}</source>
        <translation>  ·  tanpa faktor, tidak dihitung: {weight}</translation>
    </message>
    <message>
        <source>Sales Rp</source>
        <translation>Penjualan Rp</translation>
    </message>
    <message>
        <source>Margin Rp</source>
        <translation>Laba kotor Rp</translation>
    </message>
    <message>
        <source>{count} materials</source>
        <translation>{count} bahan</translation>
    </message>
    <message>
        <source>Kilos by village</source>
        <translation>Berat per desa</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>{villages} villages in {districts} districts  ·  {weight}</source>
        <translation>{villages} desa di {districts} kecamatan  ·  {weight}</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Hari demi hari</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>{count} months with deposits</source>
        <translation>{count} bulan dengan setoran</translation>
    </message>
    <message>
        <source>{count} days open</source>
        <translation>{count} hari dengan setoran</translation>
    </message>
    <message>
        <source>  ·  {value} on average</source>
        <translation>  ·  rata-rata {value}</translation>
    </message>
    <message>
        <source>Value month by month</source>
        <translation>Nilai bulan demi bulan</translation>
    </message>
    <message>
        <source>Value day by day</source>
        <translation>Nilai hari demi hari</translation>
    </message>
    <message>
        <source>Against before</source>
        <translation>Perbandingan</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>Periode ini</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>Setahun lalu</translation>
    </message>
    <message>
        <source>Difference (year)</source>
        <translation>Selisih setahun</translation>
    </message>
    <message>
        <source>% (year)</source>
        <translation>% setahun</translation>
    </message>
    <message>
        <source>{now} against {before}</source>
        <translation>{now} dibanding {before}</translation>
    </message>
    <message>
        <source>Marks say how this period changed; payouts and balances stand in the table.</source>
        <translation>▲ ▼ menunjukkan perubahan periode ini; penarikan dan saldo ada di tabel.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>sekarang</translation>
    </message>
    <message>
        <source>Value by category</source>
        <translation>Nilai per kategori</translation>
    </message>
    <message>
        <source>{count} of the eight categories of DLH</source>
        <translation>{count} dari delapan kategori DLH</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Pcs</translation>
    </message>
    <message>
        <source>Litres</source>
        <translation>Liter</translation>
    </message>
    <message>
        <source>Value Rp</source>
        <translation>Nilai Rp</translation>
    </message>
    <message>
        <source>{title}, top {count}</source>
        <translation>{title}, {count} teratas</translation>
    </message>
    <message>
        <source>No village</source>
        <translation>Tanpa desa</translation>
    </message>
    <message>
        <source>Active members</source>
        <translation>Anggota aktif</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Penarikan</translation>
    </message>
    <message>
        <source>Balances at the end</source>
        <translation>Saldo akhir</translation>
    </message>
    <message>
        <source>Sales to buyers</source>
        <translation>Penjualan ke pembeli</translation>
    </message>
    <message>
        <source>Kept from the landfill</source>
        <translation>Terhindar dari TPA</translation>
    </message>
    <message>
        <source>CO2e avoided (estimate)</source>
        <translation>Perkiraan CO2e dihindari</translation>
    </message>
    <message>
        <source>{number} bn</source>
        <translation>{number} M</translation>
    </message>
    <message>
        <source>{number} m</source>
        <translation>{number} jt</translation>
    </message>
    <message>
        <source>{number} k</source>
        <translation>{number} rb</translation>
    </message>
    <message>
        <source>{count} deposits, {weight}, {value}</source>
        <translation>{count} setoran, {weight}, {value}</translation>
    </message>
    <message>
        <source>{count} payouts, {value}</source>
        <translation>{count} penarikan, {value}</translation>
    </message>
    <message>
        <source>{count} opening balances, {value}</source>
        <translation>{count} saldo buku lama, {value}</translation>
    </message>
    <message>
        <source>{count} repayments, {value}</source>
        <translation>{count} pelunasan hutang, {value}</translation>
    </message>
    <message>
        <source>Taken off, as corrections of other periods: {parts}.</source>
        <translation>Koreksi atas bulan sebelumnya, sudah diperhitungkan: {parts}.</translation>
    </message>
    <message>
        <source>Members owe {owed} at the end: {made} new, {savings} repaid from savings, {cash} in cash.</source>
        <translation>Hutang anggota di akhir {owed}: {made} baru, {savings} dilunasi dari tabungan, {cash} tunai.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>before</source>
        <translation>sebelumnya</translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>setahun lalu</translation>
    </message>
    <message>
        <source>{mark} {percent} % from {period}</source>
        <translation>{mark} {percent} % dari {period}</translation>
    </message>
    <message>
        <source>nothing in {period}</source>
        <translation>{period}: belum ada</translation>
    </message>
    <message>
        <source>{mark} as in {period}</source>
        <translation>{mark} sama dengan {period}</translation>
    </message>
    <message>
        <source>up {percent} ({difference}) from {then} in {period}</source>
        <translation>naik {percent} ({difference}) dari {then} pada {period}</translation>
    </message>
    <message>
        <source>down {percent} ({difference}) from {then} in {period}</source>
        <translation>turun {percent} ({difference}) dari {then} pada {period}</translation>
    </message>
    <message>
        <source>as in {period}: {then}</source>
        <translation>sama dengan {period}: {then}</translation>
    </message>
    <message>
        <source>Picture copied, and saved as {path} and PDF.</source>
        <translation>Gambar disalin, dan disimpan sebagai {path} beserta PDF.</translation>
    </message>
    <message>
        <source>PDF of the report {period}</source>
        <translation>PDF laporan {period}</translation>
    </message>
    <message>
        <source>Excel file of the report {period}</source>
        <translation>Excel laporan {period}</translation>
    </message>
    <message>
        <source>The report is ready: {path}</source>
        <translation>Laporan siap: {path}</translation>
    </message>
    <message>
        <source>Stopped: {title}. No file was made.</source>
        <translation>Dihentikan: {title}. Tidak ada berkas yang dibuat.</translation>
    </message>
    <message>
        <source>Other sources</source>
        <translation>Sumber lain</translation>
    </message>
    <message>
        <source>There before this book</source>
        <translation>Stok awal pembukuan</translation>
    </message>
    <message>
        <source>Found by counts</source>
        <translation>Lebih saat opname</translation>
    </message>
    <message>
        <source>Out of the stock</source>
        <translation>Dari stok gudang</translation>
    </message>
    <message>
        <source>Other buyers</source>
        <translation>Pembeli lain</translation>
    </message>
    <message>
        <source>Landfill (residue)</source>
        <translation>TPA (residu)</translation>
    </message>
    <message>
        <source>Lost in processing</source>
        <translation>Susut pengolahan</translation>
    </message>
    <message>
        <source>Gained in processing</source>
        <translation>Lebih saat pengolahan</translation>
    </message>
    <message>
        <source>Missing in counts</source>
        <translation>Kurang saat opname</translation>
    </message>
    <message>
        <source>Into the stock</source>
        <translation>Menambah stok gudang</translation>
    </message>
    <message>
        <source>Taken back of other months</source>
        <translation>Pembatalan bulan lain</translation>
    </message>
    <message>
        <source>{count} rows copied.</source>
        <translation>{count} baris disalin.</translation>
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
    <name>RestorePage</name>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Lembaga</translation>
    </message>
    <message>
        <source>Last numbers</source>
        <translation>Nomor terakhir</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Uji pulih</translation>
    </message>
    <message>
        <source>There is no backup in the backup folder. Choose a file.</source>
        <translation>Tidak ada cadangan di folder cadangan. Pilih berkasnya.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Berkas lain</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Pulihkan cadangan ini</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>The backup is being copied and recomputed …</source>
        <translation>Cadangan sedang disalin dan dihitung ulang …</translation>
    </message>
    <message>
        <source>Trying the backup</source>
        <translation>Menguji cadangan</translation>
    </message>
    <message>
        <source>The backup takes the place of the book …</source>
        <translation>Cadangan sedang menggantikan buku …</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Pilih cadangan</translation>
    </message>
    <message>
        <source>The backup is sound. The book of now is kept under another name.</source>
        <translation>Cadangan ini utuh. Buku yang sekarang tetap disimpan dengan nama lain.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Would be lost: {numbers}</source>
        <translation>Akan hilang: {numbers}</translation>
    </message>
    <message>
        <source>{count} × {kind}, {money}</source>
        <translation>{count} × {kind}, {money}</translation>
    </message>
    <message>
        <source>The book of now cannot be read</source>
        <translation>Buku yang sekarang tidak dapat dibaca</translation>
    </message>
    <message>
        <source>{count} entries would be lost</source>
        <translation>{count} catatan akan hilang</translation>
    </message>
    <message>
        <source>Nothing would be lost</source>
        <translation>Tidak ada yang hilang</translation>
    </message>
    <message>
        <source>Choose the newest one that is from before the trouble. Nothing is changed yet.</source>
        <translation>Pilih yang terbaru dari sebelum masalah terjadi. Belum ada yang diubah.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum</translation>
    </message>
    <message>
        <source>unsound</source>
        <translation>rusak</translation>
    </message>
    <message>
        <source>sound ✓</source>
        <translation>utuh ✓</translation>
    </message>
</context>
<context>
    <name>RuleSection</name>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>Debts of members allowed</source>
        <translation>Hutang anggota boleh</translation>
    </message>
    <message>
        <source>0 or empty: no minimum</source>
        <translation>0 atau kosong: tanpa batas</translation>
    </message>
    <message>
        <source>Smallest payout (Rp)</source>
        <translation>Penarikan terkecil (Rp)</translation>
    </message>
    <message>
        <source>Balance that must stay (Rp)</source>
        <translation>Saldo yang harus tinggal (Rp)</translation>
    </message>
    <message>
        <source>Heaviest line of a deposit (kg)</source>
        <translation>Baris setoran terberat (kg)</translation>
    </message>
    <message>
        <source>More than this is taken for a slip and refused</source>
        <translation>Lebih dari ini dianggap salah ketik dan ditolak</translation>
    </message>
    <message>
        <source>Then a deposit can be reversed whose money was paid out already: the rest is owed</source>
        <translation>Setoran yang uangnya sudah diambil boleh dibatalkan; sisanya menjadi hutang</translation>
    </message>
    <message>
        <source>It must be more than zero.</source>
        <translation>Harus lebih dari nol.</translation>
    </message>
    <message>
        <source>Saved. The rules hold from today on.</source>
        <translation>Tersimpan. Aturan berlaku mulai hari ini.</translation>
    </message>
</context>
<context>
    <name>SaleEntry</name>
    <message>
        <source>Buyer&apos;s weight</source>
        <translation>Berat pembeli</translation>
    </message>
    <message>
        <source>Weighed by the buyer</source>
        <translation>Ditimbang pembeli</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>Sebab selisih</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>banyaknya</translation>
    </message>
    <message>
        <source>price</source>
        <translation>harga</translation>
    </message>
    <message>
        <source>Enter in the empty field goes on to the payment.</source>
        <translation>Enter di isian kosong melanjutkan ke pembayaran.</translation>
    </message>
    <message>
        <source>had cost {cost}/{unit}</source>
        <translation>pokok {cost}/{unit}</translation>
    </message>
    <message>
        <source>{left} in the store</source>
        <translation>{left} di gudang</translation>
    </message>
    <message>
        <source>Only {left} lie in the store.</source>
        <translation>Di gudang hanya ada {left}.</translation>
    </message>
    <message>
        <source>{difference} against ours</source>
        <translation>{difference} dari berat kita</translation>
    </message>
    <message>
        <source>below what it had cost, {cost}</source>
        <translation>di bawah harga pokok, {cost}</translation>
    </message>
    <message>
        <source>Our quantity</source>
        <translation>Berat kita</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
</context>
<context>
    <name>SaleLines</name>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Kita</translation>
    </message>
    <message>
        <source>Buyer&apos;s</source>
        <translation>Pembeli</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Amount Rp</source>
        <translation>Jumlah Rp</translation>
    </message>
    <message>
        <source>Had cost</source>
        <translation>Pokok</translation>
    </message>
    <message>
        <source>Type a material, Enter, its quantity, Enter, its price, Enter.</source>
        <translation>Ketik bahan, Enter, banyaknya, Enter, harganya, Enter.</translation>
    </message>
    <message>
        <source>Lines of the sale</source>
        <translation>Baris penjualan</translation>
    </message>
    <message>
        <source>{short} too much  ·  {material}</source>
        <translation>lebih {short}  ·  {material}</translation>
    </message>
</context>
<context>
    <name>SalePayment</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>How the price comes about</source>
        <translation>Cara menghargai</translation>
    </message>
    <message>
        <source>By line</source>
        <translation>Per baris</translation>
    </message>
    <message>
        <source>One total</source>
        <translation>Borongan</translation>
    </message>
    <message>
        <source>Agreed for all of it</source>
        <translation>Harga borongan</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>Cara bayar</translation>
    </message>
    <message>
        <source>Paid now</source>
        <translation>Dibayar sekarang</translation>
    </message>
    <message>
        <source>Rest is due</source>
        <translation>Sisanya jatuh tempo</translation>
    </message>
    <message>
        <source>Save and print</source>
        <translation>Simpan dan cetak</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>semuanya</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Sisa tagihan</translation>
    </message>
    <message>
        <source>Left above the cost of {cost}</source>
        <translation>Laba kotor (pokok {cost})</translation>
    </message>
    <message>
        <source>Below what it had cost: {materials}.</source>
        <translation>Di bawah harga pokok: {materials}.</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>sampai {day}</translation>
    </message>
    <message>
        <source>all paid: {how}</source>
        <translation>lunas: {how}</translation>
    </message>
    <message>
        <source>all on account</source>
        <translation>belum dibayar, semua jadi tagihan</translation>
    </message>
    <message>
        <source>{now} paid ({how}), {rest} on account</source>
        <translation>dibayar {now} ({how}), sisa tagihan {rest}</translation>
    </message>
    <message>
        <source>{count} materials</source>
        <translation>{count} bahan</translation>
    </message>
    <message>
        <source>Payment  ·  Alt+1 to Alt+3</source>
        <translation>Pembayaran  ·  Alt+1 sampai Alt+3</translation>
    </message>
</context>
<context>
    <name>SaleScreen</name>
    <message>
        <source>Sale</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>Nothing was sold at this counter yet; the list of sales has the older ones.</source>
        <translation>Belum ada penjualan di sini; yang lama ada di daftar penjualan.</translation>
    </message>
    <message>
        <source>New buyer</source>
        <translation>Pembeli baru</translation>
    </message>
    <message>
        <source>Change the buyer</source>
        <translation>Ubah pembeli</translation>
    </message>
    <message>
        <source>list of sales</source>
        <translation>daftar penjualan</translation>
    </message>
    <message>
        <source>receivables</source>
        <translation>piutang</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>Cara bayar</translation>
    </message>
    <message>
        <source>One total for all lines</source>
        <translation>Borongan: satu harga untuk semua</translation>
    </message>
    <message>
        <source>The buyer&apos;s own weight</source>
        <translation>Berat menurut pembeli</translation>
    </message>
    <message>
        <source>Choose the buyer first.</source>
        <translation>Pilih pembeli dulu.</translation>
    </message>
    <message>
        <source>{number} saved. {buyer}: {total}.</source>
        <translation>{number} tersimpan. {buyer}: {total}.</translation>
    </message>
    <message>
        <source>{number} saved. {buyer}: {total}, {rest} of it on account.</source>
        <translation>{number} tersimpan. {buyer}: {total}, sisa tagihan {rest}.</translation>
    </message>
    <message>
        <source>List of sales</source>
        <translation>Daftar penjualan</translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation>Piutang</translation>
    </message>
</context>
<context>
    <name>SaleView</name>
    <message>
        <source>Receive a payment</source>
        <translation>Terima pembayaran</translation>
    </message>
    <message>
        <source>Sale {number}</source>
        <translation>Penjualan {number}</translation>
    </message>
    <message>
        <source>Goods had cost</source>
        <translation>Harga pokok</translation>
    </message>
    <message>
        <source>Left above cost</source>
        <translation>Laba kotor</translation>
    </message>
    <message>
        <source>Reverse the last payment</source>
        <translation>Batalkan pembayaran terakhir</translation>
    </message>
    <message>
        <source>Reverse the sale</source>
        <translation>Batalkan penjualan</translation>
    </message>
    <message>
        <source>Agreed total</source>
        <translation>Harga borongan</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Paid at once ({how})</source>
        <translation>Dibayar langsung ({how})</translation>
    </message>
    <message>
        <source>{number}, {day} ({how})</source>
        <translation>{number}, {day} ({how})</translation>
    </message>
    <message>
        <source>{number}, {day}: reversed</source>
        <translation>{number}, {day}: dibatalkan</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Sisa tagihan</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>ours {ours}: {reason}</source>
        <translation>kita {ours}: {reason}</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>close</source>
        <translation>tutup</translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>Cash</source>
        <translation>Tunai</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>reversed by {number}</source>
        <translation>dibatalkan oleh {number}</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>lunas</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>lewat {days} hari</translation>
    </message>
    <message>
        <source>owed</source>
        <translation>belum lunas</translation>
    </message>
</context>
<context>
    <name>SalesScreen</name>
    <message>
        <source>Sales</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>Which sales</source>
        <translation>Penjualan yang mana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Sisa tagihan</translation>
    </message>
    <message>
        <source>Nothing was sold here. F7 begins a sale, PgUp shows the month before.</source>
        <translation>Tidak ada penjualan. F7 memulai penjualan, PgUp menampilkan bulan sebelumnya.</translation>
    </message>
    <message>
        <source>Choose a sale first.</source>
        <translation>Pilih penjualan dulu.</translation>
    </message>
    <message>
        <source>Receive a payment</source>
        <translation>Terima pembayaran</translation>
    </message>
    <message>
        <source>Reverse the sale chosen</source>
        <translation>Batalkan penjualan yang dipilih</translation>
    </message>
    <message>
        <source>look</source>
        <translation>lihat</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>pembayaran</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>batalkan</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>{count} sales</source>
        <translation>{count} penjualan</translation>
    </message>
    <message>
        <source>Sold: {goods}</source>
        <translation>Terjual: {goods}</translation>
    </message>
    <message>
        <source>Above cost</source>
        <translation>Laba kotor</translation>
    </message>
    <message>
        <source>still owed</source>
        <translation>belum lunas</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>month or year before</source>
        <translation>bulan atau tahun sebelumnya</translation>
    </message>
    <message>
        <source>month or year after</source>
        <translation>bulan atau tahun sesudahnya</translation>
    </message>
    <message>
        <source>Nothing is owed for {number}.</source>
        <translation>{number} sudah lunas.</translation>
    </message>
    <message>
        <source>{number} saved: {amount} for {sale}.</source>
        <translation>{number} tersimpan: {amount} untuk {sale}.</translation>
    </message>
    <message>
        <source>{number} was reversed already by {other}.</source>
        <translation>{number} sudah dibatalkan oleh {other}.</translation>
    </message>
    <message>
        <source>Payment {day}  ·  {buyer}  ·  for {sale}</source>
        <translation>Pembayaran {day}  ·  {buyer}  ·  untuk {sale}</translation>
    </message>
    <message>
        <source>Sale {day}  ·  {buyer}</source>
        <translation>Penjualan {day}  ·  {buyer}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Given back ({how})</source>
        <translation>Dikembalikan ({how})</translation>
    </message>
    <message>
        <source>{number} saved: {undone} is reversed.</source>
        <translation>{number} tersimpan: {undone} dibatalkan.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Pembeli</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Total Rp</source>
        <translation>Total Rp</translation>
    </message>
    <message>
        <source>Paid Rp</source>
        <translation>Dibayar Rp</translation>
    </message>
    <message>
        <source>Owed Rp</source>
        <translation>Piutang Rp</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>Sales, {which}</source>
        <translation>Penjualan, {which}</translation>
    </message>
    <message>
        <source>{count} rows copied.</source>
        <translation>{count} baris disalin.</translation>
    </message>
</context>
<context>
    <name>ScaleKey</name>
    <message>
        <source>Scale</source>
        <translation>Timbangan</translation>
    </message>
    <message>
        <source>Weight from the scale</source>
        <translation>Berat dari timbangan</translation>
    </message>
    <message>
        <source>No scale is set up (Settings, Scale): type the weight.</source>
        <translation>Timbangan belum diatur (Pengaturan, Timbangan): ketik beratnya.</translation>
    </message>
    <message>
        <source>Choose a material first, then weigh.</source>
        <translation>Pilih bahannya dulu, lalu timbang.</translation>
    </message>
    <message>
        <source>{material} is counted in {unit}: type how many.</source>
        <translation>{material} dihitung dalam {unit}: ketik jumlahnya.</translation>
    </message>
    <message>
        <source>Reading the scale …</source>
        <translation>Membaca timbangan …</translation>
    </message>
    <message>
        <source>{weight}, as in the line before: was the load changed?</source>
        <translation>{weight}, sama dengan baris sebelumnya: sudahkah muatannya diganti?</translation>
    </message>
</context>
<context>
    <name>ScaleSection</name>
    <message>
        <source>Try it</source>
        <translation>Coba</translation>
    </message>
    <message>
        <source>Where the cable of the scale is plugged in</source>
        <translation>Tempat kabel timbangan dipasang</translation>
    </message>
    <message>
        <source>As in the manual of the indicator</source>
        <translation>Sesuai buku petunjuk timbangan</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>How it speaks</source>
        <translation>Format data</translation>
    </message>
    <message>
        <source>Pace (baud)</source>
        <translation>Kecepatan (baud)</translation>
    </message>
    <message>
        <source>Bits and parity</source>
        <translation>Bit dan paritas</translation>
    </message>
    <message>
        <source>Saved for this machine.</source>
        <translation>Tersimpan untuk komputer ini.</translation>
    </message>
    <message>
        <source>None: weights are typed</source>
        <translation>Tidak ada: berat diketik</translation>
    </message>
    <message>
        <source>Found out by itself</source>
        <translation>Dikenali sendiri</translation>
    </message>
    <message>
        <source>A&amp;D and the like: ST,GS,+00001.23kg</source>
        <translation>A&amp;D dan sejenisnya: ST,GS,+00001.23kg</translation>
    </message>
    <message>
        <source>CAS, 22 bytes</source>
        <translation>CAS, 22 bita</translation>
    </message>
    <message>
        <source>Toledo, continuous</source>
        <translation>Toledo, terus-menerus</translation>
    </message>
    <message>
        <source>Mettler MT-SICS, asked for each weight</source>
        <translation>Mettler MT-SICS, ditanya setiap kali</translation>
    </message>
    <message>
        <source>Number and unit only: 1.23 kg</source>
        <translation>Hanya angka dan satuan: 1.23 kg</translation>
    </message>
    <message>
        <source>Choose the port first.</source>
        <translation>Pilih portanya dulu.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Berhenti</translation>
    </message>
    <message>
        <source>Reading the scale …</source>
        <translation>Membaca timbangan …</translation>
    </message>
    <message>
        <source>{weight}, still</source>
        <translation>{weight}, tenang</translation>
    </message>
    <message>
        <source>Nothing comes: look at the cable, and at what the indicator is set to send.</source>
        <translation>Tidak ada data: periksa kabelnya, dan apakah timbangan diatur mengirim terus-menerus.</translation>
    </message>
    <message>
        <source>Something comes that cannot be read: try another pace, parity or way of speaking.</source>
        <translation>Ada data tetapi tidak terbaca: coba kecepatan, paritas, atau format lain.</translation>
    </message>
    <message>
        <source>The port cannot be opened: plug the cable in, and close other programs that use it.</source>
        <translation>Porta tidak dapat dibuka: pasang kabelnya, dan tutup program lain yang memakainya.</translation>
    </message>
    <message>
        <source>It answers, and is not still.</source>
        <translation>Timbangan menjawab, tetapi belum tenang.</translation>
    </message>
    <message>
        <source>It answers: {weight}.</source>
        <translation>Timbangan menjawab: {weight}.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Centre</source>
        <translation>Lembaga</translation>
    </message>
    <message>
        <source>What stands on receipts and reports from now on.</source>
        <translation>Yang tercetak di bukti dan laporan mulai sekarang.</translation>
    </message>
    <message>
        <source>Counter rules</source>
        <translation>Aturan loket</translation>
    </message>
    <message>
        <source>They hold from today on; earlier days keep theirs.</source>
        <translation>Berlaku mulai hari ini; hari-hari sebelumnya tetap.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Who may sign in. Enter on a name gives a new PIN.</source>
        <translation>Siapa yang boleh masuk. Enter pada nama memberi PIN baru.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Komputer ini</translation>
    </message>
    <message>
        <source>Which counter this is and what it prints on.</source>
        <translation>Loket mana ini dan mencetak di kertas apa.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Timbangan</translation>
    </message>
    <message>
        <source>Which scale stands at this counter; a key then takes its weight.</source>
        <translation>Timbangan yang dipakai di loket ini; Ctrl+T lalu mengambil beratnya.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Language, size of text, light or dark.</source>
        <translation>Bahasa, ukuran huruf, terang atau gelap.</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>All of Bangkalan are there; take in those of another regency.</source>
        <translation>Semua desa Bangkalan sudah ada; masukkan desa kabupaten lain.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>A copy of the whole book, looked at again before it counts.</source>
        <translation>Salinan seluruh buku, diperiksa ulang sebelum dianggap sah.</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>help</source>
        <translation>bantuan</translation>
    </message>
    <message>
        <source>section</source>
        <translation>bagian</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>back</source>
        <translation>mundur</translation>
    </message>
</context>
<context>
    <name>SignatoryForm</name>
    <message>
        <source>Name of the head</source>
        <translation>Nama kepala</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Such as Kepala UPT</source>
        <translation>Misalnya Kepala UPT</translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation>Bendahara</translation>
    </message>
    <message>
        <source>Logo (optional)</source>
        <translation>Logo (boleh kosong)</translation>
    </message>
    <message>
        <source>PNG or JPEG, at most 1 MB</source>
        <translation>PNG atau JPEG, paling besar 1 MB</translation>
    </message>
</context>
<context>
    <name>SlipBar</name>
    <message>
        <source>That day is closed: it is booked today, and the slip&apos;s day is printed as well.</source>
        <translation>Tanggal itu sudah ditutup: dibukukan hari ini, tanggal slip tetap tercetak.</translation>
    </message>
    <message>
        <source>Paper mode</source>
        <translation>Mode kertas</translation>
    </message>
    <message>
        <source>Slip number</source>
        <translation>Nomor slip</translation>
    </message>
    <message>
        <source>Slip date</source>
        <translation>Tanggal slip</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>keluar</translation>
    </message>
</context>
<context>
    <name>SlipCard</name>
    <message>
        <source>Number on the slip</source>
        <translation>Nomor pada bukti</translation>
    </message>
    <message>
        <source>Such as L1-000123</source>
        <translation>Misalnya L1-000123</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>Kode periksa</translation>
    </message>
    <message>
        <source>16 signs at the foot of the slip</source>
        <translation>16 tanda di bagian bawah bukti</translation>
    </message>
    <message>
        <source>Check the slip</source>
        <translation>Periksa bukti</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>What the book says</source>
        <translation>Menurut buku</translation>
    </message>
    <message>
        <source>Check a slip</source>
        <translation>Cek bukti</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Harap diisi.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
</context>
<context>
    <name>SourceEdit</name>
    <message>
        <source>Not known yet. Enter notes a new source.</source>
        <translation>Belum dikenal. Enter mencatat sumber baru.</translation>
    </message>
    <message>
        <source>TPS3R, village, market, office …</source>
        <translation>TPS3R, desa, pasar, kantor …</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>Change a source</source>
        <translation>Ubah sumber</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Sumber baru</translation>
    </message>
    <message>
        <source>There is no such village on the list.</source>
        <translation>Desa itu tidak ada di daftar.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Dipakai</translation>
    </message>
    <message>
        <source>No longer met</source>
        <translation>Tidak lagi mengirim</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Source of waste (SIPSN)</source>
        <translation>Sumber sampah (SIPSN)</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa/kelurahan</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>Boleh kosong.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>StaffSection</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Boleh masuk</translation>
    </message>
    <message>
        <source>Nobody yet. Ctrl+N adds a clerk.</source>
        <translation>Belum ada. Ctrl+N menambah petugas.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Another clerk</source>
        <translation>Petugas lain</translation>
    </message>
    <message>
        <source>{name} has a new PIN.</source>
        <translation>PIN {name} sudah diganti.</translation>
    </message>
    <message>
        <source>{name} may sign in now.</source>
        <translation>{name} sekarang boleh masuk.</translation>
    </message>
    <message>
        <source>New PIN for {name}</source>
        <translation>PIN baru untuk {name}</translation>
    </message>
    <message>
        <source>New clerk</source>
        <translation>Petugas baru</translation>
    </message>
    <message>
        <source>You are signed in yourself; let somebody else do this.</source>
        <translation>Anda sendiri sedang masuk; mintalah petugas lain melakukannya.</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Nonaktifkan</translation>
    </message>
    <message>
        <source>Let sign in again</source>
        <translation>Izinkan masuk lagi</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Type or paste a path, or browse</source>
        <translation>Ketik atau tempel letak berkas, atau telusuri</translation>
    </message>
    <message>
        <source>Lists taken in</source>
        <translation>Daftar yang sudah dimasukkan</translation>
    </message>
    <message>
        <source>Excel (.xlsx) or CSV file</source>
        <translation>Berkas Excel (.xlsx) atau CSV</translation>
    </message>
    <message>
        <source>No list was taken in yet. Choose a file above; nothing is written before you agree.</source>
        <translation>Belum ada daftar yang dimasukkan. Pilih berkas di atas; tidak ada yang ditulis sebelum disetujui.</translation>
    </message>
    <message>
        <source>Excel and CSV files</source>
        <translation>Berkas Excel dan CSV</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Pilih daftar</translation>
    </message>
    <message>
        <source>This list was undone already.</source>
        <translation>Daftar ini sudah dibatalkan.</translation>
    </message>
    <message>
        <source>Take all {count} rows of {file} out again? Later changes to them go as well.</source>
        <translation>Keluarkan lagi semua {count} baris dari {file}? Perubahan sesudahnya ikut hilang.</translation>
    </message>
    <message>
        <source>Undo all {count} rows of {file}? Every entry of the list is reversed on its own day, and both stay in the books. Members and materials it made become inactive, unless they have other entries.</source>
        <translation>Batalkan {count} baris {file}? Setiap catatan dibalik pada tanggalnya sendiri, dan keduanya tetap di buku. Anggota dan bahan yang dibuatnya menjadi nonaktif, kecuali punya catatan lain.</translation>
    </message>
    <message>
        <source>{file} was undone; the book is as before it.</source>
        <translation>{file} dibatalkan; buku kembali seperti sebelumnya.</translation>
    </message>
    <message>
        <source>{file} was undone: every entry of it is reversed.</source>
        <translation>{file} dibatalkan: semua catatannya sudah dibalik.</translation>
    </message>
    <message>
        <source>Undoing {file}</source>
        <translation>Membatalkan {file}</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Dimasukkan</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Telusuri</translation>
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
        <source>The order: members, materials, old deposits, sales and cash flow, balances, then stock.</source>
        <translation>Urutannya: anggota, bahan, setoran lama, penjualan dan arus kas lama, saldo, lalu stok.</translation>
    </message>
    <message>
        <source>Undo the list</source>
        <translation>Batalkan daftar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>Lists taken in; Enter on one undoes it</source>
        <translation>Daftar yang sudah dimasukkan; Enter membatalkannya</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Try sample data</source>
        <translation>Coba data contoh</translation>
    </message>
    <message>
        <source>A book of its own to practise in; yours stays as it is.</source>
        <translation>Buku tersendiri untuk berlatih; buku Anda tetap.</translation>
    </message>
    <message>
        <source>Daur Ulang</source>
        <translation>Daur Ulang</translation>
    </message>
    <message>
        <source>The first steps</source>
        <translation>Langkah pertama</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>Deposit</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Pembatalan</translation>
    </message>
    <message>
        <source>Stock count</source>
        <translation>Opname</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Muatan masuk</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Pengolahan</translation>
    </message>
    <message>
        <source>To the landfill</source>
        <translation>Residu ke TPA</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>Pemilahan</translation>
    </message>
    <message>
        <source>Shredding</source>
        <translation>Pencacahan</translation>
    </message>
    <message>
        <source>Pressing</source>
        <translation>Pengepresan</translation>
    </message>
    <message>
        <source>Composting</source>
        <translation>Pengomposan</translation>
    </message>
    <message>
        <source>RDF</source>
        <translation>RDF</translation>
    </message>
    <message>
        <source>Maggots</source>
        <translation>Maggot</translation>
    </message>
    <message>
        <source>Crafts</source>
        <translation>Kerajinan</translation>
    </message>
    <message>
        <source>Carrying</source>
        <translation>Pindah gudang</translation>
    </message>
    <message>
        <source>Goes in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Comes out</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Residue</source>
        <translation>Residu</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>Menurut berat</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>Menurut nilai</translation>
    </message>
    <message>
        <source>TPS3R</source>
        <translation>TPS3R</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa/kelurahan</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Pasar</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kantor</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Tidak dibayar</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Tunai</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>{hours} hours of work</source>
        <translation>{hours} jam kerja</translation>
    </message>
</context>
<context>
    <name>StockFiles</name>
    <message>
        <source>The file is ready: {path}</source>
        <translation>Berkas siap: {path}</translation>
    </message>
</context>
<context>
    <name>StoreChoice</name>
    <message>
        <source>Store</source>
        <translation>Gudang</translation>
    </message>
</context>
<context>
    <name>StoreForm</name>
    <message>
        <source>Change a store</source>
        <translation>Ubah gudang</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>Gudang baru</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Dipakai</translation>
    </message>
    <message>
        <source>Laid aside</source>
        <translation>Tidak dipakai lagi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>A place of your own where goods lie.</source>
        <translation>Tempat sendiri untuk menyimpan barang.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>StoreScreen</name>
    <message>
        <source>Store</source>
        <translation>Gudang</translation>
    </message>
    <message>
        <source>Nothing lies here. F2 takes deposits in, Shift+F2 a load, Ctrl+O counts what is there.</source>
        <translation>Belum ada barang. F2: setoran, Shift+F2: muatan masuk, Ctrl+O: opname.</translation>
    </message>
    <message>
        <source>What lies in the store</source>
        <translation>Isi gudang</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>Gudang baru</translation>
    </message>
    <message>
        <source>Change the store</source>
        <translation>Ubah gudang</translation>
    </message>
    <message>
        <source>Report of the stock</source>
        <translation>Laporan stok</translation>
    </message>
    <message>
        <source>month before</source>
        <translation>bulan sebelumnya</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>bukti</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>card</source>
        <translation>kartu</translation>
    </message>
    <message>
        <source>load</source>
        <translation>muatan</translation>
    </message>
    <message>
        <source>process</source>
        <translation>olah</translation>
    </message>
    <message>
        <source>report</source>
        <translation>laporan</translation>
    </message>
    <message>
        <source>Another store</source>
        <translation>Gudang lain</translation>
    </message>
    <message>
        <source>On a card: the month before</source>
        <translation>Pada kartu: bulan sebelumnya</translation>
    </message>
    <message>
        <source>On a card: the month after</source>
        <translation>Pada kartu: bulan sesudahnya</translation>
    </message>
    <message>
        <source>All stores</source>
        <translation>Semua gudang</translation>
    </message>
    <message>
        <source>{store} (laid aside)</source>
        <translation>{store} (tidak dipakai)</translation>
    </message>
    <message>
        <source>{count} materials</source>
        <translation>{count} bahan</translation>
    </message>
    <message>
        <source>Had cost</source>
        <translation>Nilai perolehan</translation>
    </message>
    <message>
        <source>Would sell for</source>
        <translation>Nilai jual</translation>
    </message>
    <message>
        <source>Without a sell price, so not in what it would sell for: {materials}.</source>
        <translation>Tanpa harga jual, jadi tidak masuk nilai jual: {materials}.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Ada</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>Had cost Rp</source>
        <translation>Perolehan Rp</translation>
    </message>
    <message>
        <source>Sell price</source>
        <translation>Harga jual</translation>
    </message>
    <message>
        <source>Worth Rp</source>
        <translation>Nilai jual Rp</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Choose the store first.</source>
        <translation>Pilih gudangnya dulu.</translation>
    </message>
    <message>
        <source>The store is noted.</source>
        <translation>Gudang tercatat.</translation>
    </message>
    <message>
        <source>{count} rows copied.</source>
        <translation>{count} baris disalin.</translation>
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
    <name>Tasks</name>
    <message>
        <source>The book is in use by another program; waiting for it …</source>
        <translation>Buku sedang dipakai program lain; ditunggu …</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Nothing was done on this day. F2 begins a deposit, PgUp shows the day before.</source>
        <translation>Belum ada apa-apa pada hari ini. F2 memulai setoran, PgUp membuka hari sebelumnya.</translation>
    </message>
    <message>
        <source>Acts of the day</source>
        <translation>Transaksi hari itu</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Choose a receipt first.</source>
        <translation>Pilih kuitansinya dahulu.</translation>
    </message>
    <message>
        <source>day before</source>
        <translation>hari sebelumnya</translation>
    </message>
    <message>
        <source>day after</source>
        <translation>hari sesudahnya</translation>
    </message>
    <message>
        <source>look</source>
        <translation>lihat</translation>
    </message>
    <message>
        <source>reprint</source>
        <translation>cetak ulang</translation>
    </message>
    <message>
        <source>back</source>
        <translation>mundur</translation>
    </message>
    <message>
        <source>Reverse the act chosen</source>
        <translation>Batalkan catatan yang dipilih</translation>
    </message>
    <message>
        <source>Correct the act chosen</source>
        <translation>Perbaiki catatan yang dipilih</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>lanjut</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>batalkan</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>perbaiki</translation>
    </message>
    <message>
        <source>{count} acts</source>
        <translation>{count} transaksi</translation>
    </message>
    <message>
        <source>{count} deposits  ·  {weight} kg</source>
        <translation>{count} setoran  ·  {weight} kg</translation>
    </message>
    <message>
        <source>{count} payouts</source>
        <translation>{count} penarikan</translation>
    </message>
    <message>
        <source>Earlier day</source>
        <translation>Hari lalu</translation>
    </message>
    <message>
        <source>A balance of an old book is not corrected here: reverse it, then take the list in again.</source>
        <translation>Saldo buku lama tidak diperbaiki di sini: batalkan, lalu impor lagi daftarnya.</translation>
    </message>
    <message>
        <source>A repayment is not corrected: reverse it, then repay once more (F3).</source>
        <translation>Pelunasan tidak dikoreksi: batalkan, lalu lunasi lagi (F3).</translation>
    </message>
    <message>
        <source>{number} saved: {undone} is reversed. {name}: balance {balance}.</source>
        <translation>{number} tersimpan: {undone} dibatalkan. {name}: saldo {balance}.</translation>
    </message>
    <message>
        <source>{number} saved: {undone} is reversed. {name}: balance {balance}, {debt} became a debt.</source>
        <translation>{number} tersimpan: {undone} dibatalkan. {name}: saldo {balance}, {debt} menjadi hutang.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Savings Rp</source>
        <translation>Tabungan Rp</translation>
    </message>
    <message>
        <source>Cash Rp</source>
        <translation>Tunai Rp</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Saldo sesudah</translation>
    </message>
    <message>
        <source>Acts of {day}</source>
        <translation>Kegiatan {day}</translation>
    </message>
    <message>
        <source>{count} rows copied.</source>
        <translation>{count} baris disalin.</translation>
    </message>
    <message>
        <source>Reversal of {number}</source>
        <translation>Batal {number}</translation>
    </message>
    <message>
        <source>{act}, reversed</source>
        <translation>{act}, dibatalkan</translation>
    </message>
</context>
<context>
    <name>ValueScreen</name>
    <message>
        <source>Report as PDF</source>
        <translation>Laporan sebagai PDF</translation>
    </message>
    <message>
        <source>Report as Excel</source>
        <translation>Laporan sebagai Excel</translation>
    </message>
    <message>
        <source>period</source>
        <translation>periode</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>jenis</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabel</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>Close the month, or open it again</source>
        <translation>Tutup bulan, atau buka kembali</translation>
    </message>
    <message>
        <source>Close the month shown, or open it again</source>
        <translation>Tutup bulan yang tampil, atau buka kembali</translation>
    </message>
    <message>
        <source>No deposits in {period}. PgUp shows {before}, Esc this month.</source>
        <translation>Tidak ada setoran pada {period}. PgUp menampilkan {before}, Esc bulan ini.</translation>
    </message>
    <message>
        <source>No deposits in {period} yet. F2 begins a deposit, PgUp shows {before}.</source>
        <translation>Belum ada setoran pada {period}. F2 memulai setoran, PgUp menampilkan {before}.</translation>
    </message>
    <message>
        <source>Also counted: {parts}.</source>
        <translation>Dihitung tersendiri: {parts}.</translation>
    </message>
    <message>
        <source>Without a known weight: {names} and {more} more.</source>
        <translation>Tanpa berat yang diketahui: {names} dan {more} lainnya.</translation>
    </message>
    <message>
        <source>Without a known weight: {names}.</source>
        <translation>Tanpa berat yang diketahui: {names}.</translation>
    </message>
    <message>
        <source>Figures up to {day}; {before} is counted whole.</source>
        <translation>Angka sampai {day}; {before} dihitung penuh.</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Keuangan</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>the file is damaged</source>
        <translation>berkas rusak</translation>
    </message>
    <message>
        <source>a guard of the database is missing</source>
        <translation>pengaman basis data hilang</translation>
    </message>
    <message>
        <source>was saved once, and is gone or another one now</source>
        <translation>pernah tersimpan, sekarang hilang atau lain isinya</translation>
    </message>
    <message>
        <source>the number before it is missing</source>
        <translation>nomor sebelum ini hilang</translation>
    </message>
    <message>
        <source>does not follow on the entry before it</source>
        <translation>tidak menyambung ke catatan sebelumnya</translation>
    </message>
    <message>
        <source>the entry was changed</source>
        <translation>catatan telah diubah</translation>
    </message>
    <message>
        <source>the names on the paper were changed</source>
        <translation>nama pada bukti telah diubah</translation>
    </message>
    <message>
        <source>the number of the counter or the member was changed</source>
        <translation>nomor loket atau anggota telah diubah</translation>
    </message>
    <message>
        <source>the price it was paid at was changed</source>
        <translation>harga yang dipakai telah diubah</translation>
    </message>
    <message>
        <source>money or goods of it are missing</source>
        <translation>sebagian uang atau barangnya hilang</translation>
    </message>
    <message>
        <source>what stood on the paper is missing</source>
        <translation>rincian bukti hilang</translation>
    </message>
    <message>
        <source>what stood on the paper was changed</source>
        <translation>rincian bukti telah diubah</translation>
    </message>
    <message>
        <source>belongs to no entry</source>
        <translation>rincian tanpa catatan</translation>
    </message>
    <message>
        <source>copies that were handed out are missing</source>
        <translation>salinan yang pernah diserahkan tidak lengkap</translation>
    </message>
    <message>
        <source>a counter was made an archive of old books, or the reverse</source>
        <translation>loket kerja dan loket buku lama tertukar</translation>
    </message>
    <message>
        <source>a line is calculated wrongly</source>
        <translation>hitungan baris salah</translation>
    </message>
    <message>
        <source>the money is not what the paper says</source>
        <translation>uang tidak sama dengan bukti</translation>
    </message>
    <message>
        <source>the goods are not what the paper says</source>
        <translation>barang tidak sama dengan bukti</translation>
    </message>
    <message>
        <source>the printed balance is not the right one</source>
        <translation>saldo tercetak tidak sama dengan hitungan</translation>
    </message>
    <message>
        <source>the savings fall below zero</source>
        <translation>saldo di bawah nol</translation>
    </message>
    <message>
        <source>the reversal is not what it reverses</source>
        <translation>pembatalan tidak sama dengan yang dibatalkan</translation>
    </message>
    <message>
        <source>does not fit what it replaces</source>
        <translation>pengganti tidak sesuai dengan yang diganti</translation>
    </message>
    <message>
        <source>the report of a closed day or month was changed</source>
        <translation>laporan hari atau bulan yang ditutup telah diubah</translation>
    </message>
    <message>
        <source>is not the entry that the closing printed</source>
        <translation>bukan lagi catatan yang tercetak saat tutup hari</translation>
    </message>
    <message>
        <source>the cash expected is not the right one</source>
        <translation>isi kas menurut buku tidak sama dengan hitungan</translation>
    </message>
    <message>
        <source>the box was closed with another count than the first</source>
        <translation>kas ditutup dengan hitungan lain dari hitungan pertama</translation>
    </message>
    <message>
        <source>cash was moved while the box was closed</source>
        <translation>uang bergerak saat kas ditutup</translation>
    </message>
    <message>
        <source>what was said of numbers lost to a restore was changed</source>
        <translation>keterangan nomor yang hilang saat pemulihan telah diubah</translation>
    </message>
    <message>
        <source>the debt of the member is not the right one</source>
        <translation>hutang anggota tidak sama dengan hitungan</translation>
    </message>
    <message>
        <source>the stock expected is not the right one</source>
        <translation>stok menurut buku tidak sama dengan hitungan</translation>
    </message>
    <message>
        <source>more goods leave the store than lie there</source>
        <translation>barang keluar melebihi isi gudang</translation>
    </message>
    <message>
        <source>what all goods had cost is not what the inventory account says</source>
        <translation>nilai semua barang tidak sama dengan akun persediaan</translation>
    </message>
    <message>
        <source>what the goods had cost is not the average of that time</source>
        <translation>nilai perolehan barang bukan rata-rata barang yang ada saat itu</translation>
    </message>
    <message>
        <source>what came in is not what was sold, buried, lost or lies there</source>
        <translation>barang yang masuk tidak sama dengan yang terjual, dibuang, susut, dan tersimpan</translation>
    </message>
    <message>
        <source>what goes into processing does not come out of it</source>
        <translation>barang yang masuk pengolahan tidak sama dengan yang keluar</translation>
    </message>
    <message>
        <source>the sums on the paper are not those of its lines</source>
        <translation>jumlah pada bukti tidak sama dengan barisnya</translation>
    </message>
    <message>
        <source>what the buyer still owes is not the right amount</source>
        <translation>sisa piutang pembeli tidak sama dengan hitungan</translation>
    </message>
    <message>
        <source>The slip is right: it is what the book says.</source>
        <translation>Bukti ini benar dan sama dengan buku.</translation>
    </message>
    <message>
        <source>There is no such number in this book.</source>
        <translation>Nomor itu tidak ada dalam buku ini.</translation>
    </message>
    <message>
        <source>The number was given and lost from the book ({reason}). The slip may be genuine.</source>
        <translation>Nomor ini pernah ada dan hilang dari buku ({reason}). Buktinya mungkin asli.</translation>
    </message>
    <message>
        <source>The code is another: this slip is not of this book, or it is mistyped.</source>
        <translation>Kodenya lain: bukan bukti dari buku ini, atau salah ketik.</translation>
    </message>
    <message>
        <source>The slip is genuine, but the book was changed after it was printed.</source>
        <translation>Buktinya asli, tetapi isi buku telah diubah sesudah dicetak.</translation>
    </message>
</context>
<context>
    <name>VerificationScreen</name>
    <message>
        <source>Last entry of each counter, and the code it is chained to</source>
        <translation>Catatan terakhir setiap loket, dan kode rantainya</translation>
    </message>
    <message>
        <source>Numbers that a restore lost: they are not given again</source>
        <translation>Nomor yang hilang saat pemulihan: tidak diberikan lagi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Di mana</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Apa yang salah</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Check the book</source>
        <translation>Periksa buku</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>Sedang diperiksa …</translation>
    </message>
    <message>
        <source>The counter can be used meanwhile.</source>
        <translation>Loket tetap dapat dipakai.</translation>
    </message>
    <message>
        <source>Checking the book</source>
        <translation>Memeriksa buku</translation>
    </message>
    <message>
        <source>Stopped before the end; nothing was found out.</source>
        <translation>Dihentikan sebelum selesai; belum ada hasil.</translation>
    </message>
    <message>
        <source>help</source>
        <translation>bantuan</translation>
    </message>
    <message>
        <source>check the book</source>
        <translation>periksa buku</translation>
    </message>
    <message>
        <source>check the slip</source>
        <translation>periksa bukti</translation>
    </message>
    <message>
        <source>back</source>
        <translation>mundur</translation>
    </message>
    <message>
        <source>Every entry, every sum and every balance is recomputed from the first one on, and every link of the chain.</source>
        <translation>Setiap catatan, jumlah, dan saldo dihitung ulang dari yang pertama, beserta rantai kodenya.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Belum diperiksa</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <translation>{count} masalah</translation>
    </message>
    <message>
        <source>{entries} entries checked at {time}. Restore a backup or call for help; go on with care.</source>
        <translation>{entries} catatan diperiksa pukul {time}. Pulihkan cadangan atau minta bantuan; lanjutkan dengan hati-hati.</translation>
    </message>
    <message>
        <source>{entries} entries checked at {time}.</source>
        <translation>{entries} catatan diperiksa pukul {time}.</translation>
    </message>
    <message>
        <source>All is sound</source>
        <translation>Semua benar</translation>
    </message>
    <message>
        <source>Not checked to the end</source>
        <translation>Belum selesai diperiksa</translation>
    </message>
    <message>
        <source>Check of the book</source>
        <translation>Cek pembukuan</translation>
    </message>
</context>
<context>
    <name>ViewSection</name>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Ukuran huruf</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
</context>
<context>
    <name>VillageSection</name>
    <message>
        <source>CSV with the columns code, kind (desa or kelurahan), name, district_code, district</source>
        <translation>CSV dengan kolom code, kind (desa atau kelurahan), name, district_code, district</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Telusuri</translation>
    </message>
    <message>
        <source>{count} villages were taken in.</source>
        <translation>{count} desa sudah dimasukkan.</translation>
    </message>
    <message>
        <source>Choose a list of villages</source>
        <translation>Pilih daftar desa</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Mundur</translation>
    </message>
    <message>
        <source>Nothing typed here is saved yet. Once more drops it.</source>
        <translation>Isian di sini belum disimpan. Sekali lagi membuangnya.</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>Disiapkan …</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Lembaga</translation>
    </message>
    <message>
        <source>Who are you? This stands on every receipt and can be changed.</source>
        <translation>Siapa Anda? Ini tercetak di setiap bukti dan dapat diubah nanti.</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Penanda tangan</translation>
    </message>
    <message>
        <source>Who signs receipts and reports? You may leave this empty for now.</source>
        <translation>Siapa yang menandatangani bukti dan laporan? Boleh dikosongkan dulu.</translation>
    </message>
    <message>
        <source>First clerk</source>
        <translation>Petugas pertama</translation>
    </message>
    <message>
        <source>Everything that is booked carries the name of who booked it.</source>
        <translation>Setiap pembukuan memuat nama yang membukukannya.</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>What does the centre buy?</source>
        <translation>Apa yang dibeli di sini?</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>What are receipts printed on at this counter?</source>
        <translation>Bukti di loket ini dicetak di kertas apa?</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Where do copies of the book go, by themselves, every half hour? Not only on this disk.</source>
        <translation>Ke mana salinan buku disimpan, otomatis tiap setengah jam? Sebaiknya bukan di disk ini saja.</translation>
    </message>
    <message>
        <source>Open the counter</source>
        <translation>Buka loket</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
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
        <source>{name} is the last active clerk; let another one sign in first.</source>
        <translation>{name} petugas aktif terakhir; aktifkan petugas lain dulu.</translation>
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
        <source>That day is still to come; use today or an earlier day.</source>
        <translation>Hari itu belum tiba; pakai hari ini atau sebelumnya.</translation>
    </message>
    <message>
        <source>{material} was weighed in already and keeps its unit; add a new material.</source>
        <translation>{material} sudah pernah disetor dan tetap satuannya; buat bahan baru.</translation>
    </message>
    <message>
        <source>That month is closed; use a day of a month that is still open.</source>
        <translation>Bulan itu sudah ditutup; pakai tanggal di bulan yang masih terbuka.</translation>
    </message>
    <message>
        <source>{month} is not over; close it when its last day has gone by.</source>
        <translation>{month} belum selesai; tutup setelah hari terakhirnya lewat.</translation>
    </message>
    <message>
        <source>{month} is not closed yet; close that month first.</source>
        <translation>{month} belum ditutup; tutup bulan itu dulu.</translation>
    </message>
    <message>
        <source>The cash box is closed: open it first (F8).</source>
        <translation>Kas masih tertutup. Buka kas dulu (F8).</translation>
    </message>
    <message>
        <source>The cash box of {counter} was opened on {day}: close it first (F8).</source>
        <translation>Kas {counter} dibuka {day}: tutup kas dulu (F8).</translation>
    </message>
    <message>
        <source>The book expects {expected}, {counted} were counted: say why.</source>
        <translation>Menurut buku {expected}, terhitung {counted}: tulis sebabnya.</translation>
    </message>
    <message>
        <source>That day is closed; use a later day.</source>
        <translation>Hari itu sudah ditutup; pakai tanggal sesudahnya.</translation>
    </message>
    <message>
        <source>{day} is not closed yet; close that day first.</source>
        <translation>{day} belum ditutup; tutup hari itu dulu.</translation>
    </message>
    <message>
        <source>{day} is not closed, so it has no page yet.</source>
        <translation>{day} belum ditutup, jadi belum ada halamannya.</translation>
    </message>
    <message>
        <source>Only who looks after the book may do this; let that person sign in.</source>
        <translation>Hanya pengurus buku yang boleh; minta pengurus masuk dengan PIN-nya.</translation>
    </message>
    <message>
        <source>{month} is not closed.</source>
        <translation>{month} belum ditutup.</translation>
    </message>
    <message>
        <source>{month} was closed after it; open that month again first.</source>
        <translation>{month} ditutup sesudahnya; buka kembali bulan itu dulu.</translation>
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
        <source>Receipt {number} was lost from the book: {reason}.</source>
        <translation>Bukti {number} hilang dari buku: {reason}.</translation>
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
        <source>It is not certain that it was saved. Look it up first, then save again.</source>
        <translation>Belum pasti tersimpan. Periksa dulu, baru simpan lagi.</translation>
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
        <source>Write the reason, at least {least} letters.</source>
        <translation>Tulis alasannya, paling sedikit {least} huruf.</translation>
    </message>
    <message>
        <source>{number} was reversed already by {other}.</source>
        <translation>{number} sudah dibatalkan oleh {other}.</translation>
    </message>
    <message>
        <source>{number} is of the cash box; answer it with cash in or cash out.</source>
        <translation>{number} catatan kas; lawan dengan kas masuk atau kas keluar.</translation>
    </message>
    <message>
        <source>{number} is a stock count; count the goods once more.</source>
        <translation>{number} adalah opname; hitung lagi bahannya.</translation>
    </message>
    <message>
        <source>{number} closes a day or a month; it stays.</source>
        <translation>{number} adalah penutupan hari atau bulan; tetap berlaku.</translation>
    </message>
    <message>
        <source>{number} can only be replaced by an act of its kind.</source>
        <translation>{number} hanya dapat diganti dengan catatan sejenis.</translation>
    </message>
    <message>
        <source>{number} is not reversed on a day before its own; use its day or a later one.</source>
        <translation>{number} tidak dapat dibatalkan pada hari sebelum dicatat; pakai harinya atau sesudahnya.</translation>
    </message>
    <message>
        <source>{number} is a reversal itself; a reversal is not reversed.</source>
        <translation>{number} adalah pembatalan; pembatalan tidak dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Somebody else who works here must approve it.</source>
        <translation>Harus disetujui petugas lain.</translation>
    </message>
    <message>
        <source>Who approves it does not work here any more.</source>
        <translation>Yang menyetujui sudah tidak bekerja di sini.</translation>
    </message>
    <message>
        <source>With {number} corrected so, the savings are short of {missing}, which were paid out.</source>
        <translation>Kalau {number} diperbaiki begini, saldonya kurang {missing} karena sudah ditarik.</translation>
    </message>
    <message>
        <source>The check code has 16 signs: 0 to 9 and a to f.</source>
        <translation>Kode periksa terdiri dari 16 tanda: 0-9 dan a-f.</translation>
    </message>
    <message>
        <source>{number} cannot be reversed: of {rupiah} only {balance} are left, the rest was paid out.</source>
        <translation>{number} tidak dapat dibatalkan: dari {rupiah} tinggal {balance}, sisanya sudah ditarik.</translation>
    </message>
    <message>
        <source>Nothing was counted yet.</source>
        <translation>Belum ada bahan yang dihitung.</translation>
    </message>
    <message>
        <source>A material stands there twice; add it up first.</source>
        <translation>Ada bahan yang tertulis dua kali; jumlahkan dulu.</translation>
    </message>
    <message>
        <source>The stock has changed since the count began: {materials}. Look at it again.</source>
        <translation>Stok berubah sejak penghitungan dimulai: {materials}. Periksa lagi.</translation>
    </message>
    <message>
        <source>{material} differs from the book: say why.</source>
        <translation>{material} berbeda dari buku: isi alasannya.</translation>
    </message>
    <message>
        <source>The store was counted before; only its first count is the opening stock.</source>
        <translation>Gudang sudah pernah dihitung; stok awal hanya dari hitungan pertama.</translation>
    </message>
    <message>
        <source>The opening stock cannot be undone: count the materials again (Ctrl+O).</source>
        <translation>Stok awal tidak dapat dibatalkan: hitung lagi bahannya (Ctrl+O).</translation>
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
        <source>There is no book at {place} any more. Plug in the disk it lies on, or look for the file; else restore the newest backup.</source>
        <translation>Buku {place} tidak ada lagi di tempatnya. Pasang disk tempatnya, atau cari berkasnya; kalau tidak ketemu, pulihkan cadangan terbaru.</translation>
    </message>
    <message>
        <source>This machine has seen entries that the book no longer has: {numbers}.</source>
        <translation>Komputer ini pernah menyimpan catatan yang sekarang tidak ada di buku: {numbers}.</translation>
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
        <source>The book {place} lies on another computer&apos;s disk, which cannot keep it safe. Move it to this computer, or use a PostgreSQL server.</source>
        <translation>Buku {place} ada di disk komputer lain yang tidak dapat menjaganya. Pindahkan ke komputer ini, atau pakai server PostgreSQL.</translation>
    </message>
    <message>
        <source>The disk of {place} is full. Make room; nothing was saved.</source>
        <translation>Penyimpanan {place} penuh. Kosongkan sebagian; belum ada yang tersimpan.</translation>
    </message>
    <message>
        <source>The disk of {place} does not answer. Check its cable, restart the computer and try again; the book itself may be whole.</source>
        <translation>Tempat penyimpanan {place} tidak menjawab. Periksa kabelnya, nyalakan ulang komputer, lalu coba lagi; bukunya sendiri mungkin utuh.</translation>
    </message>
    <message>
        <source>The book {place} cannot be used. It was left untouched.</source>
        <translation>Buku {place} tidak dapat dipakai. Berkas itu tidak diubah.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Berkas {path} tidak ada.</translation>
    </message>
    <message>
        <source>The backup {path} is empty. Choose another one.</source>
        <translation>Cadangan {path} kosong. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The backup {path} was made by a newer version. Update this program.</source>
        <translation>Cadangan {path} dibuat versi yang lebih baru. Perbarui program ini.</translation>
    </message>
    <message>
        <source>The backup {path} is damaged or cut short. Choose another one.</source>
        <translation>Cadangan {path} rusak atau terpotong. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The backup {path} is of another book. Choose another one.</source>
        <translation>Cadangan {path} milik buku lain. Pilih yang lain.</translation>
    </message>
    <message>
        <source>{path} is not a backup of Daur Ulang. Choose another file.</source>
        <translation>{path} bukan cadangan Daur Ulang. Pilih berkas lain.</translation>
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
        <source>The book has changed since this list was looked at; look at it once more.</source>
        <translation>Isi buku sudah berubah sejak daftar ini diperiksa; periksa sekali lagi.</translation>
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
        <source>The scale is not still yet: wait and press the key again, or type the weight.</source>
        <translation>Timbangan belum tenang: tunggu lalu tekan lagi, atau ketik beratnya.</translation>
    </message>
    <message>
        <source>The scale speaks another language (Settings, Scale): type the weight.</source>
        <translation>Data timbangan tidak terbaca (atur di Pengaturan, Timbangan): ketik beratnya.</translation>
    </message>
    <message>
        <source>The scale&apos;s cable is not there: plug it in, or type the weight.</source>
        <translation>Kabel timbangan tidak tersambung: pasang kabelnya, atau ketik beratnya.</translation>
    </message>
    <message>
        <source>This load is out of the scale&apos;s range: take some off, or type the weight.</source>
        <translation>Muatan di luar kemampuan timbangan: kurangi muatannya, atau ketik beratnya.</translation>
    </message>
    <message>
        <source>The scale shows neither kg nor g: change its unit, or type the weight.</source>
        <translation>Timbangan tidak memakai kg atau g: ubah satuannya, atau ketik beratnya.</translation>
    </message>
    <message>
        <source>The scale shows zero: put the load on it and press the key again.</source>
        <translation>Timbangan menunjukkan nol: taruh muatannya lalu tekan lagi.</translation>
    </message>
    <message>
        <source>The scale shows less than zero: empty it, set it to zero and weigh again.</source>
        <translation>Timbangan menunjukkan kurang dari nol: kosongkan, nolkan, lalu timbang lagi.</translation>
    </message>
    <message>
        <source>The scale does not answer: type the weight.</source>
        <translation>Timbangan tidak menjawab: ketik beratnya.</translation>
    </message>
    <message>
        <source>There is no file at this place. Choose it with the button.</source>
        <translation>Tidak ada berkas di tempat itu. Pilih dengan tombolnya.</translation>
    </message>
    <message>
        <source>This file is neither an Excel workbook (.xlsx) nor a CSV.</source>
        <translation>Berkas ini bukan buku kerja Excel (.xlsx) maupun CSV.</translation>
    </message>
    <message>
        <source>This is an old .xls file. Open it in Excel and save it as .xlsx or CSV.</source>
        <translation>Ini berkas .xls lama. Buka di Excel lalu simpan sebagai .xlsx atau CSV.</translation>
    </message>
    <message>
        <source>This file is too large; split it into several.</source>
        <translation>Berkas ini terlalu besar; bagi menjadi beberapa.</translation>
    </message>
    <message>
        <source>This file has no rows.</source>
        <translation>Berkas ini tidak berisi baris.</translation>
    </message>
    <message>
        <source>This workbook is locked with a password. Remove it and try again.</source>
        <translation>Buku kerja ini terkunci sandi. Hapus sandinya lalu coba lagi.</translation>
    </message>
    <message>
        <source>The opening balance of {day} holds all that was saved until then; undo it first.</source>
        <translation>Saldo awal per {day} sudah memuat tabungan sampai hari itu; batalkan dulu saldo awalnya.</translation>
    </message>
    <message>
        <source>{path} is not a backup of this book and was left alone; choose another name.</source>
        <translation>{path} bukan cadangan buku ini dan tidak diganti; pilih nama lain.</translation>
    </message>
    <message>
        <source>No row with column titles was found.</source>
        <translation>Baris judul kolom tidak ditemukan.</translation>
    </message>
    <message>
        <source>This workbook cannot be read; it may be damaged.</source>
        <translation>Buku kerja ini tidak dapat dibaca; mungkin rusak.</translation>
    </message>
    <message>
        <source>Balance {balance}, debt {debt}: at most {most} can be paid out. Repay the debt first.</source>
        <translation>Saldo {balance}, hutang {debt}: paling banyak {most} dapat ditarik. Lunasi hutang dulu.</translation>
    </message>
    <message>
        <source>This member owes nothing any more.</source>
        <translation>Anggota ini tidak punya hutang lagi.</translation>
    </message>
    <message>
        <source>The debt is {debt}; at most that can be repaid.</source>
        <translation>Hutangnya {debt}; tulis paling banyak sebesar itu.</translation>
    </message>
    <message>
        <source>Type the number that stands on the slip.</source>
        <translation>Isi nomor yang tertulis di slip.</translation>
    </message>
    <message>
        <source>Slips are entered from {day} on; import older ones as an old book (Ctrl+I).</source>
        <translation>Slip dicatat mulai {day}; yang lebih lama diimpor sebagai buku lama (Ctrl+I).</translation>
    </message>
    <message>
        <source>Slip {number} is in the book already as {receipt}; check the number.</source>
        <translation>Slip {number} sudah dibukukan sebagai {receipt}; periksa nomornya.</translation>
    </message>
    <message>
        <source>By the book the box holds less; check it, or enter first what was added (F8).</source>
        <translation>Menurut buku isi kas kurang; periksa jumlahnya, atau catat dulu uang yang ditambahkan (F8).</translation>
    </message>
    <message>
        <source>The box was counted before, {counted}: that first count is posted.</source>
        <translation>Kas sudah dihitung, {counted}: hitungan pertama itu yang dibukukan.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>clean</source>
        <translation>bersih</translation>
    </message>
    <message>
        <source>dirty</source>
        <translation>kotor</translation>
    </message>
    <message>
        <source>wet</source>
        <translation>basah</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>campur</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Perorangan</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Sekolah</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Tabung</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Tunai</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Bagi</translation>
    </message>
    <message>
        <source>Donate</source>
        <translation>Sedekah</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Transfer bank</translation>
    </message>
    <message>
        <source>From the savings</source>
        <translation>Dari tabungan</translation>
    </message>
    <message>
        <source>In cash</source>
        <translation>Tunai</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Penarikan</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Saldo awal</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Pembatalan</translation>
    </message>
    <message>
        <source>Cash box opened</source>
        <translation>Kas dibuka</translation>
    </message>
    <message>
        <source>Cash moved</source>
        <translation>Kas masuk/keluar</translation>
    </message>
    <message>
        <source>Cash box closed</source>
        <translation>Kas ditutup</translation>
    </message>
    <message>
        <source>Stock count</source>
        <translation>Opname</translation>
    </message>
    <message>
        <source>Repayment of a debt</source>
        <translation>Pelunasan hutang</translation>
    </message>
    <message>
        <source>Day closed</source>
        <translation>Hari ditutup</translation>
    </message>
    <message>
        <source>Month closed</source>
        <translation>Bulan ditutup</translation>
    </message>
    <message>
        <source>Month opened again</source>
        <translation>Bulan dibuka kembali</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Muatan masuk</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Pengolahan</translation>
    </message>
    <message>
        <source>To the landfill</source>
        <translation>Residu ke TPA</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>Payment of a buyer</source>
        <translation>Pembayaran piutang</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>kemarin</translation>
    </message>
</context>
<context>
    <name>_CounterForm</name>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Such as L2; letters and digits</source>
        <translation>Misalnya L2; huruf dan angka</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Such as Loket 2</source>
        <translation>Misalnya Loket 2</translation>
    </message>
</context>
<context>
    <name>_LogoPath</name>
    <message>
        <source>Path of the file</source>
        <translation>Letak berkas</translation>
    </message>
    <message>
        <source>Path of the logo</source>
        <translation>Letak berkas logo</translation>
    </message>
</context>
<context>
    <name>_StepLine</name>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>now</source>
        <translation>sekarang</translation>
    </message>
</context>
</TS>
