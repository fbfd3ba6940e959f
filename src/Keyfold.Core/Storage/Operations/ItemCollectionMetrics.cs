using Keyfold.Items;

namespace Keyfold.Storage;

/// <summary>An estimate of an item collection's size: all items of one partition key value with their local index entries.</summary>
/// <param name="ItemCollectionKey">The partition key attribute's value.</param>
/// <param name="SizeEstimateLowerGB">Lower bound, in gigabytes.</param>
/// <param name="SizeEstimateUpperGB">Upper bound, in gigabytes.</param>
public sealed record ItemCollectionMetrics(AttributeValue ItemCollectionKey, double SizeEstimateLowerGB, double SizeEstimateUpperGB);

/// <summary>The item collections of one table that a request on several items wrote to.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Collections">Each of them once, in the order in which they were written first.</param>
public sealed record TableItemCollectionMetrics(string TableName, Sequence<ItemCollectionMetrics> Collections);
