using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Retail.Web.Plots;

/// <summary>
/// Stands where a photograph would: a patterned tile that follows from the stock code, the same one each time. A decoration, hidden from screen readers; its
/// colours are the style sheet's.
/// </summary>
public static class ProductPattern
{
    private const int Columns = 6;
    private const int Rows = 4;
    private const int CellSize = 10;
    private const int HueCount = 6;
    private const uint FirstHash = 2_166_136_261;
    private const uint HashPrime = 16_777_619;

    public static IHtmlContent Of(string stockCode)
    {
        uint hash = stockCode.Aggregate(FirstHash, (value, letter) => unchecked((value ^ letter) * HashPrime));
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"pattern hue-{hash % HueCount}\" viewBox=\"0 0 {Columns * CellSize} {Rows * CellSize}\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\" focusable=\"false\">");
        uint motif = (hash >> 8) % 3;
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                hash = unchecked((hash * 1_664_525) + 1_013_904_223);
                Cell(svg, column * CellSize, row * CellSize, hash >> 16, motif);
            }
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Cell(StringBuilder svg, int x, int y, uint random, uint motif)
    {
        uint tone = random % 4;
        if (tone == 3)
        {
            return;
        }

        uint turn = (random >> 2) % 4 * 90;
        string shape = motif switch
        {
            0 => "M-5-5H5A10 10 0 0 1-5 5Z",
            1 => "M-5-5H5L-5 5Z",
            _ => "M-5 0A5 5 0 0 1 5 0Z",
        };
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"tone-{tone}\" transform=\"translate({x + 5} {y + 5}) rotate({turn})\" d=\"{shape}\"/>");
    }
}
