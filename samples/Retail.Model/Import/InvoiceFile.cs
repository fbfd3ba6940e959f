using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using CsvHelper.Configuration;

namespace Retail.Import;

/// <summary>Reads the data set, plain or compressed with gzip.</summary>
public static class InvoiceFile
{
    /// <summary>Reads all lines of a file.</summary>
    /// <param name="path">The file; a name that ends in .gz is decompressed.</param>
    /// <param name="skipped">Takes each bad line, which is then left out; null to fail at the first one.</param>
    /// <exception cref="BadRowException">The header or a line is malformed and <paramref name="skipped"/> is null.</exception>
    public static IReadOnlyList<InvoiceRow> Read(string path, Action<BadRowException>? skipped = null)
    {
        using FileStream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using StreamReader text = new(stream);
        return Read(text, skipped);
    }

    /// <summary>Reads all lines of a text.</summary>
    /// <param name="text">The file's text, header first.</param>
    /// <param name="skipped">Takes each bad line, which is then left out; null to fail at the first one.</param>
    /// <exception cref="BadRowException">The header or a line is malformed and <paramref name="skipped"/> is null.</exception>
    public static IReadOnlyList<InvoiceRow> Read(TextReader text, Action<BadRowException>? skipped = null)
    {
        using CsvParser csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        if (!csv.Read() || !csv.Record!.SequenceEqual(RowParser.Columns))
        {
            throw new BadRowException(1, $"the header is not {string.Join(',', RowParser.Columns)}");
        }

        List<InvoiceRow> rows = [];
        while (csv.Read())
        {
            try
            {
                rows.Add(RowParser.Parse(csv.Record!, csv.RawRow));
            }
            catch (BadRowException bad) when (skipped is not null)
            {
                skipped(bad);
            }
        }

        return rows;
    }
}
