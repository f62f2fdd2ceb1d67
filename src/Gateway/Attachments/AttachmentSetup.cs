namespace Grainline.Gateway.Attachments;

internal static class AttachmentSetup
{
    public static IServiceCollection AddAttachments(this IServiceCollection services)
    {
        services.AddOptions<FileOptions>().BindConfiguration("Files").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IAttachmentSubject, ConversationSubject>().AddSingleton<IAttachmentSubject, TicketSubject>();
        return services.AddSingleton<Uploads>().AddSingleton<AttachmentAccess>().AddSingleton<FileLinks>();
    }
}
