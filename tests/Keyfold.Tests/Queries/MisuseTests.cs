using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.Tests.Queries;

/// <summary>
/// What does not mean what it says does not compile. Above all: where a lambda is not one of ours, no method of System.Linq takes over and filters in memory.
/// </summary>
public sealed class MisuseTests
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(MisuseTests).Assembly.Location),
    ];

    [Theory]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => i.Total > 1m & i.Status == InvoiceStatus.Open)")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => !(i.Total > 1m) | i.Region.NotExists())")]
    [InlineData("retail.Invoices.Update(\"1\", default, \"1\").Set(i => i.Total, 1).Add(i => i.Payments, 1)")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").AsAsyncEnumerable().Where(i => i.Total > 1m && i.Number.EndsWith('1'))")]
    public void What_is_meant_to_compile_does(string expression) => Assert.Equal("", Errors(expression));

    [Theory]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => i.Total > 1m && i.Status == InvoiceStatus.Open)", "CS0218")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => i.Number.EndsWith(\"1\"))", "CS1929")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => Math.Abs(i.Total) > 1m)", "CS1503")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => true)", "CS0029 CS1662")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Select(i => i.Total)", "CS1061")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").CountAsync(i => i.Total > 1m)", "CS1660")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").OrderBy(i => i.Total)", "CS1061")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").AnyAsync()", "CS1061")]
    public void Filters_that_the_backend_cannot_run_and_methods_of_System_Linq(string expression, string errors) => Assert.Equal(errors, Errors(expression));

    [Theory]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => i.Region == null)", "CS0619")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => i.Total != null)", "CS0619")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => i.Status == null)", "CS0619")]
    public void Comparisons_with_null(string expression, string errors) => Assert.Equal(errors, Errors(expression));

    [Theory]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => i.Status < InvoiceStatus.Paid)", "CS0019")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => i.Total == \"1\")", "CS0019")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Where(i => i.Lines == null)", "CS0019")]
    public void Comparisons_that_a_field_does_not_have(string expression, string errors) => Assert.Equal(errors, Errors(expression));

    [Theory]
    [InlineData("retail.Invoices.ByTotal(1m)", "CS1061")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").NumberIs(\"1\")", "CS1061")]
    [InlineData("retail.Invoices.ByCustomer(\"1\").Descending().DateFrom(default)", "CS1061")]
    [InlineData("retail.Invoices.GetAsync(\"1\")", "CS7036")]
    public void Access_patterns_that_are_not_declared(string expression, string errors) => Assert.Equal(errors, Errors(expression));

    [Theory]
    [InlineData("retail.Invoices.Update(\"1\", default, \"1\").Set(i => i.Number, \"2\")", "CS1061")]
    [InlineData("retail.Customers.Update(\"1\").Set(c => c.Version, 2)", "CS1061")]
    [InlineData("retail.Invoices.Update(\"1\", default, \"1\").Set(i => i.Status, \"Paid\")", "CS0411")]
    [InlineData("retail.Invoices.Update(\"1\", default, \"1\").Add(i => i.Status, InvoiceStatus.Paid)", "CS0029 CS1662")]
    public void Changes_of_keys_versions_and_other_types(string expression, string errors) => Assert.Equal(errors, Errors(expression));

    [Theory]
    [InlineData("retail.Transact().Put(new Everything { Id = default })", "CS0311")]
    [InlineData("retail.Transact().Delete(new CatalogTable().Products.Delete(default))", "CS0311")]
    [InlineData("new CatalogTable().Batch().Delete(new CustomerKey(\"1\"))", "CS0311")]
    public void Entities_of_another_table(string expression, string errors) => Assert.Equal(errors, Errors(expression));

    [Theory]
    [InlineData("await retail.Invoices.ByCustomer(\"1\")", "CS1061")]
    [InlineData("await retail.Invoices.Update(\"1\", default, \"1\").Add(i => i.Payments, 1)", "CS1061")]
    [InlineData("await retail.Transact()", "CS1061")]
    public void Chains_are_not_awaitable(string expression, string errors) => Assert.Equal(errors, Errors(expression));

    /// <summary>The distinct ids of the errors that an expression has in an asynchronous method.</summary>
    private static string Errors(string expression)
    {
        string code = $$"""
            #nullable enable
            using System;
            using System.Linq;
            using System.Threading.Tasks;
            using Keyfold;
            using Keyfold.Tests.Model;
            static class Program
            {
                static async Task<object> Run(RetailTable retail) { await Task.Yield(); return {{expression}}; }
            }
            """;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Misuse",
            [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp13))],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return string.Join(' ', compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id).Distinct());
    }
}
